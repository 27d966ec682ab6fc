### 回答の言葉。cited は条文とその引用。

## 列挙

list-separator = 、
list-and = 及び
list-or = 又は

## モデルの値

condition-incapacitated = 事故
condition-vacant = 欠けた
condition-away = 不在
act-substitute = 代理
act-perform = 代行
act-decide = 代決
act-carry-out = 職務を行う
holding-main = 本務
holding-concurrent = 兼務
holding-acting-in-charge = 事務取扱
scope-specific-matters = 特定の事務に限る
scope-own-charge = 担任の事務に限る
duty-substantive = 固有の事務
duty-residual = 他に属さない事務
duty-ancillary = 附帯する事務
relation-belongs-to = 属する
relation-heads = 長である
relation-commands = 指揮命令する
relation-assists = 補佐する
relation-substitutes = 代理する
relation-excluded-by = 所掌を譲る
relation-covers = 受け持つ
relation-within = 含まれる
relation-ancillary-to = 附帯する
relation-refers-to = 引用する
relation-ex-officio = 充て職である
relation-member-of = 構成員である
relation-attends = 出席する
relation-chairs = 議長である
relation-established-by = 根拠とする
relation-holds = 就いている
status-established = この規程で設置
status-elsewhere = 他の法令等で設置
status-unknown = 設置の定めなし
establishment-mandatory = 必置（置く）
establishment-optional = 任意（置くことができる）
establishment-ex-officio = 充て職（をもって充てる）
label-unit = 組織
label-post = 職
label-duty = 事務
label-matter = 所掌事項
label-clause = 条文
label-person = 人

## 導出の規則

rule-superior-by-place = 「上司」はその組織の長、長にとっては直近上位の組織の長
rule-bare-order = 発する者の書かれていない「命」はその組織の長の命
rule-commanded-by-assisted = 補佐する者は補佐される者の指揮を受ける
rule-second-superior = 特定の事務について所属職員を指揮する者は第二の上司
rule-nesting-by-kind = 列挙では、直前の上位の種類の組織に属する
rule-nesting-by-indentation = 字下げのある列挙では、字下げの浅い直前の組織に属する
rule-nesting-by-heading = 事務分掌の見出しとして掲げる組織に属する
rule-officer-of-body = 法令で置かれる役員は団体に属する
rule-other-units-of-kind = 「他の…」は同じ種類の他の組織全て
rule-other-units = 「他」は他の組織全て
rule-unit-of-heading = 組織の名を見出しとする章で名だけ書かれた組織は、その組織に属する
rule-organ-spoken-of = 地方支分部局等の章で名だけ書かれた組織は、その章が「他の所掌に属しない」事務を置く機関に属する
rule-unit-unsaid = 組織の書かれていない職は団体に属する
rule-placed-with-neighbours = 設置の定めのない組織は、並べて書かれた組織と同じ所に、それがなければその名を挙げる組織と並べて置く
rule-narrower-words = 広い事項の語句にさらに語句を加えたもの

## 共通

post-optional = { $name }（任意の職）
post-one-of-several = { $name }（いずれかを置けば足りる職）
created-elsewhere = { $name }（他の法令等）
created-nowhere = { $name }（？ 設置の定めなし）
derived = 導出: { $rule }
basis-derived = { $cited }〔{ $derivation }〕
relation-count = { $name }: { $count }
heading-clauses = 根拠
held-by = { $post }をもって充てる  { $cited }
also-holds = （{ $post }を兼ねる）
gives-way-to = { $target }の所掌を除く  { $cited }
only-in-cases = { $units }の場合に限る
name-with-cases = { $name }（{ $cases }）
substitute = { $name }: 第{ $order }順位、{ $conditions }のとき、{ $act }
substitute-joint = （{ $posts }も共に執務できないとき）
substitutes-none = 代理の定めなし
head-none = 長の定めなし
chains-cut = （ほかの系統は kengen chain で）

## 指揮命令の系統

chain-title = { $post }に至る指揮命令の系統
chain-row-separator = ／
chain-source = { $post }の命
chain-source-alternatives = { $posts }の命（順位の定めなし）
chain-second-superior = 第二の上司: { $post }［{ $scope }］  { $cited }
chain-assistant = 補佐: { $post }  { $cited }
chain-no-superior = { $post }の上司の定めはありません。
chain-cycle = 指揮命令が循環しています: { $posts }
chain-count = 系統は{ $count }通り（順位のない上司のいずれによるか）。
chain-count-truncated = 系統は{ $count }通りを超えるため、残りは省きました。
connection-same = どちらも{ $first }です。
connection-commands = { $first }は{ $second }を指揮命令します。
connection-in-part = { $first }は{ $second }を、一部の事務に限り指揮命令します。
connection-mutual = { $first }と{ $second }は互いに指揮命令し、循環しています。
connection-meet = { $first }と{ $second }はどちらも他方を指揮命令せず、共に{ $posts }の下にあります。
connection-none = { $first }と{ $second }の両方の上に立つ職はありません。

## 事務の範囲

scopes-unit = 組織
ledger-none = 他の組織に譲る事務はありません。
ledger-counts = 他の組織に譲る事務: { $count }（受け手あり { $received }、一部あり { $partly }、受け手なし { $nowhere }、事項なし { $unsaid }）
ledger-entry = { $unit }に譲る: { $state }  { $cited }
ledger-received = 受け手あり
ledger-partly = 受け手は一部のみ
ledger-nowhere = 文言の上で受ける事務がない
ledger-no-matter = この事務は自らの事項を挙げない
ledger-matter = { $matter }
ledger-matter-nowhere = { $matter }: 受け手なし
ledger-narrower = （うち{ $matters }）
ledger-not-owned = （さらに他へ譲る）
ledger-undefined = （所掌するかどうか決まらない）
overlaps-title = 複数の組織が所掌する事項: { $count }
overlaps-mutual = 互いに譲り合う事項: { $count }
overlaps-vacuous = 除外により何も残らない事務: { $count }
overlaps-taken = { $matter }は{ $owner }の所掌  { $cited }

## 配下

span-title = { $post }の下にある職: { $count }
span-level-count = { $depth }段目 { $count }
span-in-part = 一部の事務に限る
span-hidden = さらに下の段に{ $count }（--depth）。
span-derived = * 条文の文言ではなく規則による導出。規則は kengen chain で示します。

## 代理

acting-premise = 前提: { $posts }
acting-absent = { $post }（{ $condition }）
acting-unfilled = 置かれていない職: { $posts }
acting-deciding = 軽易な事項の決定: { $outcome }
acting-ex-officio = 同じ者が兼ねる{ $post }: { $outcome }
acting-attachments = この職に伴うもの:
acting-limits = 代決の制限
people-title = { $day }現在の在職者
people-absent = { $person }が執務できないため、次の職も執務できない: { $posts }
people-still-held = { $person }は執務できないが、ほかにも在職者がいる: { $posts }
people-no-post = { $person }は{ $day }に在職する職がない
people-holder = { $person }（{ $kind }）
people-holder-absent = { $person }（{ $kind }、執務できない）
people-nobody = 名簿に在職者がいない
people-same = { $acting }の在職者{ $person }は{ $post }の在職者と同じ者であり、執務できない
attachment = { $what }: { $fate }
attachment-headship = { $names }の長としての事務
attachment-duty = 分掌事務{ $count }件（{ $names }）
attachment-command = { $names }に対する指揮命令
attachment-chair = { $names }の主宰
attachment-membership = { $names }の構成員
attachment-attendance = { $names }への出席
fate-follows = 代わって職務を行う者に移る
fate-undecided = 代わって職務を行う者に移るが、それが誰かは決まらない
fate-silent = 代わって職務を行う者に移るかどうかの定めがない
fate-shared = 並んで定められた他の職が執務できる
fate-unattended = 行う者がいない
names-and-more = { $names }ほか{ $count }件
outcome-post = { $post }（{ $act }）
outcome-criterion = 基準による: 「{ $rule }」
outcome-criterion-among = 基準による: { $posts }のうち「{ $rule }」
outcome-undecidable = 規程からは決まらない
outcome-undecidable-among = 規程からは決まらない{ $count ->
        [1] （{ $posts }とも定められていない）
       *[other] （{ $posts }のいずれか）
    }
outcome-nobody = 代理する者なし
outcome-nobody-decides = 代決する者なし
reason-candidate = 第{ $order }順位: { $post }（{ $act }）
reason-candidate-chosen = 第{ $order }順位: 「{ $rule }」で選ばれる{ $post }（{ $act }）
reason-designation = 第{ $order }順位: 「{ $rule }」で選ばれる者（{ $act }）
reason-condition = 定めのある事由は{ $covered }、問われた事由は{ $asked }
reason-condition-by-setting = 定めのある事由は{ $covered }、団体の設定により{ $asked }を含む
reason-jointly-absent = { $post }も共に執務できない（{ $condition }）
reason-not-jointly-absent = { $post }も共に執務できないことが要件だが、執務できる
reason-available = { $post }は執務できる
reason-absent = { $post }は執務できない（{ $condition }）
reason-unfilled = { $post }は置かれていない
reason-holder-unavailable = { $post }を兼ねる{ $holder }がいない
reason-may-be-unfilled = { $post }は置かれるとは限らない（置かれているか要確認）
reason-not-established = { $post }を置く条文がない
reason-replaced-in-turn = { $post }に代わり、その代理者による: { $outcome }
in-turn-post = 決まる
in-turn-criterion = 基準による
in-turn-undecidable = 決まらない
in-turn-nobody = いない
reason-succession-unsaid = { $post }自身には代理者（{ $substitutes }）がいるが、ここで代わるとは定められていない
reason-circle = 代理が循環して{ $post }に戻る
reason-explained-above = { $post }については前に示したとおり
reason-too-many = 代理の代理が多すぎるため、{ $post }で打ち切った
reason-equal-order = 第{ $order }順位が複数あり、順序の定めがない
reason-equal-order-among = 第{ $order }順位に{ $posts }があり、順序の定めがない
reason-ex-officio-unsaid = { $holder }を代理する者が{ $post }も兼ねるとは定められていない
reason-holder-present = これを兼ねる{ $holder }は執務できないとされていない
missing-substitute = 足りない条文: 代理者の定め
missing-full-authority = 足りない条文: 代理の定め（{ $act }の定めしかない）
missing-condition = 足りない条文: 「{ $asked }」についての定め（定めのある事由は{ $covered }）
missing-joint-absence = 足りない条文: { $posts }が執務できる場合の定め
missing-next-in-line = 足りない条文: { $posts }に続く順位の定め
## Resilience and drill

assumption = 各職の事由: { $condition }。任意の職は置かれているものとする。
assumption-without-optional = 各職の事由: { $condition }。任意の職は置かれていないものとする。
drill-counts = { $count }職: 職が代わる{ $post }、基準による{ $criterion }、規程からは決まらない{ $undecidable }、代わる者なし{ $nobody }
drill-nobody = ✗ 代わる者なし
drill-undecidable = 規程からは決まらない（{ $posts }）
drill-deciding = 代決: { $outcome }
drill-ex-officio = { $post }: { $outcome }
column-absent = 執務できない職
column-acting = 代わる者
column-hanging = 伴うもの
hanging-duties = 事務{ $count }件
hanging-commands = 指揮命令{ $count }職
hanging-seats = 会議{ $count }件
resilience-units = 組織の比較
resilience-units-note = 1、2、3、超: その数の職が執務できないと行う者がいなくなる職の数。なし: 基準により常に代わる者がいる職の数。要注意: 一つの職が執務できないと行う者がいなくなる事務と、長のいない組織の事務の数。
column-post-count = 職
column-more = 超
column-never = なし
column-duty-count = 事務
column-at-risk = 要注意
resilience-points = 単一障害点: { $count }職
resilience-point = { $post }: 行う者のいなくなる事務{ $duties }件{ $posts ->
    [0] {""}
   *[other] 、指揮命令の途切れる下位の職{ $posts }（その事務{ $below }件）
}
resilience-point-others = 同時に行う者のいなくなる職: { $posts }
resilience-more = ほか{ $count }職（--limit で示す）
resilience-posts = 職ごと: { $count }職
resilience-depth = 。代理者{ $depth }職{ $optional ->
    [0] {""}
   *[other] （うち任意の職{ $optional }）
}、事務{ $duties }件
smallest-size = { $count ->
    [1] その職だけで行う者がいなくなる
   *[other] { $count }職で行う者がいなくなる
}
smallest-more = { $count }職を超えなければ行う者がいなくならない
smallest-never = 基準により、常に代わる者がいる
resilience-without-head = 長のいない組織の事務: { $count }件

## 所掌

owner-title = 「{ $words }」に当たる事務: { $count }
owner-none = 「{ $words }」に当たる事務はありません。
owner-more = ほか{ $count }（--limit）。
owner-only-in-exclusions = 次の事務は、除くものとして触れているだけです:

## 項目

field-kind = 種類
field-owner = 組織
field-head = 長
field-chain = 系統
field-substitutes = 代理
field-gives-way = 除外
field-clause = 根拠
field-path = 位置
field-status = 設置
field-aliases = 別名
field-directly-under = 直轄
field-parent = 上位
field-establishment = 設置
field-one-of = いずれか
field-seats = 人数
field-unit = 組織
field-text = 本文
field-caption = 見出し
field-line = 行

## 表示

show-title = { $name }（{ $label }）
superior-alternative = 次のいずれか（順位なし）: { $line }
council-chairs = 長
council-member = 構成員
council-attends = 出席
section-head = 長
section-children = 下位の組織
section-posts = 職
section-council = 構成員と出席者
section-duties = 事務
section-gives-way = 除くもの
section-goes-before = これに譲るもの
section-roles = 職務
section-heads = 統べる組織
section-superiors = 上司
section-subordinates = 部下
section-assists = 補佐する職
section-assisted-by = 補佐する者
section-substitutes = 代理する者
section-substitutes-for = 代理する職
section-held-by = 充てられる職
section-also-holds = 兼ねる職
section-councils = 会議
section-persons = 人
section-ancillary-to = 附帯する先の事務
section-ancillary-duties = 附帯する事務
section-matters = 所掌事項
section-rests-nodes = ここで置かれ、又は名の出るもの
section-rests-edges = この条文による関係
section-refers-to = 引用する条文
section-referred-to-by = 引用元の条文
section-covered-by = 受け持つ事務
section-broader = より広い事項
section-narrower = より狭い事項
section-holds = 就いている職

## 読取りと要約

coverage-title = 文の数: { $count }
coverage-compiled = 読取り済み
coverage-no-content = 権限外
coverage-open = 不明
coverage-all-understood = 全ての文を読み取りました。不明の文はありません。
coverage-not-understood = 読み取れなかった文: { $count }
coverage-place = { $line }行目 { $clause }: { $text }
coverage-notices = 確実に読めず、関係を作らなかったもの: { $count }
coverage-enforcement = 施行期日
coverage-enforced = { $line }行目 { $supplement }: { $day }
coverage-repaired = 直して読んだ文字の乱れ
coverage-noise = { $kind }: { $count }か所（{ $lines }行目）
coverage-group = { $construct }: { $count }
construct-establishment = 設置（置く、設ける）
construct-number-of-posts = 職の数（定数、…人とする）
construct-role-of-post = 職の役割（つかさどる、助ける、整理する）
construct-duty-list = 事務の列挙（次に掲げる事務、…に関すること）
construct-duty-in-words = 文で定めた事務（…に関する事務をつかさどる）
construct-exception = 例外・除外（ただし、にかかわらず、にあっては、除く）
construct-substitution = 代理（事故、欠けた、不在、代決）
construct-delegation = 専決・委任
construct-command = 指揮命令（命を受け、指揮監督する）
construct-council = 会議（調査審議、招集、議長）
construct-ex-officio = 充て職（をもって充てる、兼ねる）
construct-appointment = 任命・任期
construct-definition = 定義（をいう、という）
construct-location = 位置・管轄区域
construct-reading-across = 準用・読替え
construct-power = 権限（することができる）
construct-obligation = 義務（しなければならない、ものとする）
construct-table-row = 表の行
construct-listed-words = 動詞のない語句（名前、物）
construct-fragment = 文の断片（途中から始まる）
construct-other = その他
no-content-purpose = 趣旨
no-content-definition = 定義
no-content-commencement = 施行
no-content-transition = 経過措置
no-content-left-to-others = 他への委任
no-content-open-establishment = 将来の設置
no-content-deleted = 削除
no-content-table-header = 表の見出し
no-content-location = 位置・管轄区域
no-content-terms-of-office = 任期・任命・勤務の形
notice-unknown-unit = 設置の定めのない組織
notice-ambiguous-unit = 同じ名前の組織が複数
notice-unknown-post = 設置の定めのない職
notice-ambiguous-post = 同じ職名が複数
notice-no-superior = 「上司」に当たる長がない
notice-count-mismatch = 数と列挙が合わない
notice-nesting-conflict = 列挙と見出しで組織の位置が違う
notice-second-head = 一つの組織に長が二つ
notice-left-to-post = 組織ではなく職の所掌を除いている
notice-staff-category = 職ではなく職員の区分
notice-unclear-object = 組織とも職とも分からない名前
notice-lost-indentation = 字下げのない列挙（上下を推定）
noise-broken-line = 文の途中の改行
noise-lost-bullet = 項の記号の欠け
noise-spaced-letters = 文字の間の空白
noise-mixed-brackets = 全角と半角の括弧の混在
noise-doubled-ending = 文末の重複
noise-number-alone = 番号だけの行
noise-glued-list = 文に続けて書かれた列挙
noise-unmatched-bracket = 対のない括弧
noise-malformed-markup = 整形式でないマークアップ
noise-hidden-words = 表示されない文言（読まない）
noise-number-gap = 番号の飛び又は重複
summary-amended = 最終改正 { $date }
summary-nodes = 要素
summary-edges = 関係
summary-edge-derived = { $count }（うち導出 { $derived }）
summary-count = { $total }（{ $parts }）
summary-councils = 会議 { $count }
summary-see-coverage = 詳しくは kengen coverage で示します。

## 表

table-count = { $count }行
queries-title = 用意された問い合わせ。どれもデータセット（--data-set）を対象とします。
queries-usage = 実行: kengen query 名前 引数=値。職や組織は名前で書けます。引数が一つの問い合わせには値だけを書けます。
data-sets-none = データベースにデータセットはありません。
column-data-set = データセット
column-regulation = 規程
column-last-amendment = 最終改正
column-nodes = 要素
column-edges = 関係
loaded = { $name }: { $title }、要素 { $nodes }、関係 { $edges } → { $path }

## 所見

severity-error = 要対応
severity-warning = 要確認
severity-note = 参考
findings-errors = 要対応 { $count }
findings-warnings = 要確認 { $count }
findings-notes = 参考 { $count }
findings-rule = { $severity }: { $title }［{ $code }］{ $count }
findings-none = この範囲に所見はありません。
finding-names-more = { $names }ほか{ $count }
findings-more = …ほか{ $count }件。--all ですべて示します
findings-accepted = 受入れ済み { $count }
finding-accepted-by = { $reason }（{ $approver }、{ $expires }まで）
findings-explain = 所見の意味は kengen explain コード で読めます。
rule-line = { $title }（{ $severity }）
finding-unknown-name = { $subject }を置く条文がありません。
finding-unit-without-head = { $subject }の長を定める条文がありません。
finding-head-without-substitute = { $subject }の職務を代理する者の定めがありません{ $has_decision ->
        [true] （代決の定めだけがあります）
       *[false] {""}
    }{ $text_has_substitution ->
        [true] 。
       *[false] （規程のどこにも代理の定めがありません）。
    }
finding-only-optional-substitutes = { $subject }を代理するのは、置かなくてもよい職（{ $others }）だけです。
finding-post-without-superior = { $subject }の上司の定めがありません{ $text_has_command ->
        [true] { $unnamed ->
            [true] （職名のない職員）。
           *[false] 。
        }
       *[false] （規程のどこにも指揮命令の定めがありません）。
    }
finding-unit-without-duties = { $subject }に事務を分掌させる条文がありません{ $duties_below ->
        [0] 。
       *[other] （下の組織に{ $duties_below }の事務があります）。
    }
finding-vacuous-duty = { $subject }には、除外の結果、何も残りません。文言の及ぶ事項はすべて{ $others }が所掌します。
finding-head-only-by-alternative = { $subject }の長である{ $others }は、置かれないことがあります。
finding-role-of-another-kind = { $subject }の職務は「{ $role }」をいいますが、その所属にはありません。
finding-staff-out-of-reach = { $subject }には分掌事務がありますが、職員の職（{ $titles }）は{ $kinds }にだけ置かれます。
finding-identical-roles = { $title }と{ $other }の職務の定めが一字一句同じです（{ $count }の組織）。
finding-open-ended-establishment = { $clause }は、何を置くかを定めていません（「{ $words }」）。
finding-council-without-chair = { $subject }の議長となる者の定めがありません{ $elsewhere ->
        [true] （運営の細目は別の定めに委ねています）。
       *[false] 。
    }
finding-council-without-convener = { $subject }を招集する者の定めがありません。
finding-council-without-quorum = { $subject }の定足数又は議決の方法の定めがありません。
finding-sources-without-priority = { $subject }は{ $others }のいずれかの命を受けますが、その間の順序の定めがありません。
finding-optional-superior = { $subject }は{ $others }の命を受けますが、その職は置かれないことがあります{ $only ->
        [true] （ほかに上司の定めがありません）。
       *[false] 。
    }
finding-two-commanders = { $subject }は{ $others }と同じ職員を指揮命令します{ $partly ->
        [true] （一方は特定の事務に限りますが、どの事務かの定めがありません）。
       *[false] 。どちらの命令によるかの定めがありません。
    }
finding-command-cycle = { $subject }と{ $others }の指揮命令が循環しています。
finding-substitution-cycle = { $subject }と{ $others }は互いに代理し合い、ほかに代理する者がいません。
finding-staff-without-unit = { $subject }は所属職員を指揮監督しますが、組織の長ではなく、誰が所属職員かの定めがありません。
finding-superior-without-anyone = { $clause }に「{ $words }」とありますが、その上に立つ職がありません。
finding-vacancy-not-covered = { $subject }の代理は、{ $covered ->
        [away] 不在の
       *[incapacitated] 事故がある
    }ときだけ定められ、欠けたときの定めがありません。
finding-equal-candidates = { $subject }を代理する{ $others }の間に順序の定めがありません{ $seats ->
        [1] 。
       *[other] （定数{ $seats }人）。
    }
finding-chain-left-open = { $subject }を代理するのは{ $others }です。両者が共に執務できないときの定めがありません。
finding-substitute-controls-principal = { $subject }を代理する{ $others }は、これを検査する組織（「{ $duty }」）の職です。
finding-unused-definition = 「{ $term }」は定義されていますが、その後使われていません。
finding-definition-spelled-out = 「{ $term }」と定義した後に「{ $long }」と書かれています（{ $count }の条文）。
finding-near-duplicate-term = 「{ $found }」は、定義された「{ $suggestion }」と一字違いです。
finding-name-used-without-path = { $clause }の「{ $words }」は、どれを指すか定まりません。
finding-external-reference = { $subject }は、他の規程又は法令が置いています。
finding-mutual-exclusion = { $subject }と{ $others }とが、「{ $matter }」を互いに相手に譲っています。
finding-overlapping-duties = { $subject }と{ $others }とが、共に「{ $matter }」を所掌しています。
finding-post-and-unit-share-matter = { $subject }の「{ $matter }」は、{ $others }にもあります。
finding-missing-parallel-exclusion = { $subject }には、並行する号にある除外がありません（{ $others }）。
finding-incomplete-residual = { $subject }は、列記の組織に属さない事務を所掌しますが、列記に{ $others }がありません。
finding-residuals-differ = { $subject }の挙げる組織が、並ぶ組織の残余の事務より少なくなっています（{ $others }）。
finding-life-cycle-gap = 「{ $object }」は、{ $subject }が{ $case ->
        [not-operated] 開発・整備しますが、運用する事務がありません
       *[not-built] 運用しますが、開発・整備する事務がありません
    }{ $suggestion ->
        [none] 。
       *[other] （似た名:「{ $suggestion }」）。
    }
finding-unmatched-exclusion = { $subject }が除く{ $others }の所掌に、共通する語を持つ事務がありません。
finding-partly-matched-exclusion = { $subject }が除く{ $others }の所掌に、「{ $matters }」はありません。
finding-group-without-residual = { $subject }の下のどの組織にも、他の所掌に属さない事務がありません（{ $others }にはあります）。
finding-dangling-reference = { $subject }の引く「{ $words }」は、この規程にありません。
finding-reference-too-narrow = { $subject }の「{ $words }」{ $case ->
        [ancillary] は、{ $others }だけに附帯し、それより前の号に及びません。
       *[thing] の引く条項に「{ $thing }」はありません。{ $others }にありますが、引用が及びません。
    }
finding-caption-differs = { $subject }の見出し「{ $caption }」{ $case ->
        [joint] と本文の「{ $words }」とで、つなぎ方が異なります。
       *[unit] は、本文で事務を分掌する{ $others }と異なる組織を挙げています。
    }
finding-number-gap = { $subject }の番号は、前の番号に続いていません。
finding-enforcement-out-of-order = { $subject }{ $case ->
        [before-made] は、制定の日より前に施行されています。
        [made-earlier] は、前に置かれた附則より先に制定されています。
       *[overtaken] は、前に置かれた附則より後に制定され、先に施行されています。
    }
finding-second-head = { $subject }の「{ $words }」は、組織に第二の長を置いています。
finding-count-mismatch = { $subject }の「{ $words }」の数が、続く列記と合いません。
finding-nesting-conflict = { $subject }の「{ $words }」の置き場所が、組織の列記と事務分掌の見出しとで異なります。
finding-repaired-noise = { $kind ->
        [broken-line] { noise-broken-line }
        [lost-bullet] { noise-lost-bullet }
        [spaced-letters] { noise-spaced-letters }
        [mixed-brackets] { noise-mixed-brackets }
        [doubled-ending] { noise-doubled-ending }
        [number-alone] { noise-number-alone }
        [glued-list] { noise-glued-list }
        [unmatched-bracket] { noise-unmatched-bracket }
        [malformed-markup] { noise-malformed-markup }
       *[hidden-words] { noise-hidden-words }
    }（{ $subject }ほか）
finding-unmatched-acceptance = ［{ $accepted_code }］{ $accepted_subject }: { $approver }が{ $expires }まで受け入れていますが、当たる所見がありません。
finding-expired-acceptance = ［{ $accepted_code }］{ $accepted_subject }: { $approver }が受け入れた期限（{ $expires }）を過ぎています。

## 事項の表

matrix-none = システムの名を挙げる事務も定義もありません。
matrix-legend = 段階ごとの、所掌する組織の数（- は定めがないもの）
matrix-names = 別名: { $names }
matrix-defined = 定義: { $cited }
matrix-nobody = 定めがありません
matrix-owner = { $unit }{ $activity } { $cited }
matrix-undefined = { $owner }（互いに譲り合い、定まりません）
phase-plan = 企画
phase-develop = 開発
phase-maintain = 保守
phase-operate = 運用
phase-whole = 全般
phase-other = その他

## 照合

verify-counts = 想定のとおり { $passed }、想定と異なる { $failed }
verify-line = { $claim }（{ $line }行目）
verify-not = 次のことはない: { $claim }
verify-because = 想定の理由: { $because }
verify-instead = 規程が定めるのは{ $names }です
verify-nobody = そう定める条文がありません
verify-step = { $about }: { $cited }
verify-unknown = 「{ $name }」に当たるものは、この規程にありません
verify-unknown-similar = 「{ $name }」に当たるものは、この規程にありません。{ $names }のことですか
verify-ambiguous = 「{ $name }」は一つに定まりません: { $names }
verify-untouched = どの想定も触れていない権限の条文 { $total }のうち{ $count }
verify-more = …ほか{ $count }件。--all ですべて示します
claim-commands = { $superior }は{ $subordinate }を指揮命令する
claim-commands-directly = { $superior }は{ $subordinate }を直接に指揮命令する
claim-owns = { $owner }は{ $matter }を所掌する
claim-owns-only = { $owner }だけが{ $matter }を所掌する
claim-substitutes = { $by }は{ $post }の職務を代理する
claim-substitutes-only = { $by }のほかに{ $post }の職務を代理する者はない
claim-when = { $claim }（{ $condition }）
claim-heads = { $post }は{ $unit }の長である
claim-belongs = { $member }は{ $unit }に属する
claim-acting = { $by }が{ $post }の職務を代わって行う
claim-acting-criterion = { $post }に代わる者は基準で定まる
claim-acting-undecidable = { $post }に代わる者は規程からは定まらない
claim-acting-nobody = { $post }に代わる者はない
claim-absent = { $absent }（{ $condition }）: { $claim }
claim-unfilled = { $unfilled }が置かれていない場合、{ $claim }

## 読取り報告のページ

page-untitled = 名称のない規程
page-coverage = 読取り報告
page-title = { $title } { $name }
page-findings = 所見
page-about-rule = この所見の意味
page-skip = 条文へ
page-contents = このページの内容
page-summary = 概要
page-open = 読み取れなかった文
page-text = 条文と読取り
page-uncertain = 確実に読めなかったもの
page-no-content-kinds = 権限外の内訳: { $kinds }
page-outside-articles = 条の外
page-caption = （{ $caption }）
page-line = { $line }行目
page-place = { $clause }（{ $line }行目）
page-likely = おそらく{ $construct }
page-facts = 事実{ $count }件（{ $counts }）
page-notice = { $kind }「{ $words }」
page-filter = 表示する文
page-filter-all = 全て
page-search = 文と事実を探す
page-search-found = 表示中の文: { $count }
fact-node = { $sort }: { $name }
fact-note = （{ $note }）
fact-substitution = 第{ $order }順位、{ $conditions }のとき、{ $act }
fact-belongs-to = { $from }は{ $to }に属する
fact-heads = { $from }は{ $to }の長である
fact-commands = { $from }は{ $to }を指揮命令する
fact-assists = { $from }は{ $to }を補佐する
fact-substitutes = { $from }は{ $to }に代わる
fact-excluded-by = { $from }は{ $to }に所掌を譲る
fact-covers = { $from }は{ $to }を受け持つ
fact-within = { $from }は{ $to }に含まれる
fact-ancillary-to = { $from }は{ $to }に附帯する
fact-refers-to = { $from }は{ $to }を引用する
fact-ex-officio = { $from }には{ $to }を充てる
fact-member-of = { $from }は{ $to }の構成員である
fact-attends = { $from }は{ $to }に出席する
fact-chairs = { $from }は{ $to }の議長である
fact-established-by = { $from }は{ $to }を根拠とする
fact-holds = { $from }は{ $to }に就いている

## 一覧表

drawn-from-text = 規程から作成（実際の配置人員ではない）
table-duties = 事務分掌一覧
table-units = 組織一覧
table-posts = 職一覧
table-substitution = 職務代理順位表
table-exclusions = 除外対応表
table-findings = 指摘事項
table-drill = 欠員演習
column-drill-absent = 執務できない職（事故）
table-accepted = { $reason }（{ $approver }、{ $expires }まで）
column-number = 番号
column-owner = 所掌する組織
column-item = 号
column-duty = 事務
column-sort = 種類
column-leaves-to = 譲る相手
column-clause = 根拠
column-unit = 組織
column-above = 上位の組織
column-kind = 種別
column-established = 設置
column-head = 長
column-posts = 職の数
column-duties = 事務の数
column-post = 職
column-title = 職名
column-seats = 定数
column-superiors = 直近の上司
column-roles = 職務
column-replaced = 代理される職
column-order = 順位
column-substitute = 代理する者
column-condition = 事由
column-act = 行為
column-words = 条文の文言
column-leaving = 譲る組織
column-receiving = 譲る相手
column-counterparts = 受け手の事務
column-result = 結果
column-severity = 程度
column-rule = 種別
column-finding = 指摘
column-accepted = 承認
table-command = 指揮命令表
short-command = 指揮命令
short-substitution = 職務代理
short-exclusions = 除外
short-findings = 指摘
column-subordinate = 命を受ける職
column-superior = 命を発する職
column-scope = 範囲
column-basis = 明文・導出
scope-one-of = いずれかの命（順位の定めなし）
basis-stated = 規程の明文

## 報告書のページ

report-of = { $title } 報告書
report-skip = 概要へ
report-search = 組織・職・事務・条文を検索
report-search-found = { $count }件
report-theme = 明暗
report-print = 印刷
report-text = 条文
report-close = 閉じる
report-enlarge = 図を広げる
report-chart = 組織図 { $number }/{ $total }
report-outline = 組織図と同じ内容の一覧
report-organisation = 組織と職
report-command = 指揮命令
report-duties = 事務分掌
report-by-unit = 組織別の事務
report-about = 凡例と作成情報
report-none = { $title }に当たるものはありません。
report-back = { $kind } { $count }
report-accepted = 承認済みの指摘: { $count }
report-duty-count = 事務{ $count }
report-without-substitute = 代理の定めのない長
report-unmatched = 受け手のない除外
report-matrix = 除外のある事務の分担
report-matrix-key = 退＝除外して退く　●＝引き受ける　△＝一部を引き受ける　空＝受ける事務が文言の上でない　―＝事務が事項を挙げない
report-matrix-too-wide = 関係する組織が{ $count }に上るため、表にしません。除外対応表に同じ内容があります。
report-about-clauses = どの記載にも根拠の条文があります。根拠を選ぶと条文の欄にその条文が出ます。条文の下の語は、その条文から読み取ったものへ戻ります。
report-about-derived = 「導出」は、条文の文言ではなく、示した規則によって導いたものです。「除外」の受け手は文言の一致だけで探したもので、法令の解釈ではありません。
report-about-keys = キー: / 検索、j と k 次と前の指摘、d 明暗、Esc 閉じる
matrix-leaves = 退
matrix-receives = ●
matrix-partly = △
matrix-nowhere = 空
matrix-unsaid = ―

conflicts-counts = 規則{ $rules }件、同じ手に集まるところ{ $count }か所
conflicts-as-of = 在職: { $day }現在
conflicts-rule = { $title }（{ $code }）
conflicts-source = 出典: { $source }
conflicts-nothing-of-side = この規程に「{ $side }」と読める事務はない
conflicts-apart = 分かれている
conflicts-person = { $person }が双方の職にある: { $first }、{ $second }
conflicts-same-owner = { $owner }が双方を所掌する
conflicts-same-head = { $post }が双方の組織の長である
conflicts-acting = { $absent }に事故があるときは、{ $acting }が双方を行う
conflicts-commands = { $superior }が{ $subordinate }を指揮命令する
conflicts-side = { $side }:
conflicts-duty = { $duty }　{ $cited }
conflicts-more = ほか{ $count }件（--all で示す）
conflicts-clauses = 根拠: { $clauses }

## 図

diagram-findings-here = 図中の組織 { $counts }
diagram-findings-elsewhere = 図中の組織によらないもの { $counts }
diagram-findings-colour = { $severity }のある組織
diagram-deciding = 代決のみ: { $outcome }
outcome-why = { $outcome }（{ $why }）
diagram-relation-to = { $relation } →
diagram-relation-from = ← { $relation }

## why-not

why-not-acting = { $expected }は、なぜ{ $post }の職務を代わらないか
why-not-acting-holds = { $expected }が{ $post }の職務を代わる
why-not-nobody-named = この職の代理者を定める条文がない
why-not-others-named = 代理者として名の挙がるのは{ $posts }である
why-not-not-reached = 第{ $order }順位として定められている（事由: { $covered }）が、そこまで至らない
why-not-not-reached-joint = 第{ $order }順位として定められている（事由: { $covered }）が、{ $joint }も共に執務できない場合に限る
why-not-other-acts = 現に代わるのは{ $posts }である
why-not-instead = この前提での{ $post }: { $outcome }
why-not-commands = { $superior }は、なぜ{ $subordinate }を指揮命令しないか
why-not-commands-holds = { $superior }は{ $subordinate }を指揮命令する
why-not-commands-needed = 要る条文: 「{ $subordinate }は、{ $superior }の命を受け、…」又は「{ $superior }は、…{ $subordinate }を指揮監督する」
command-line-chain = { $chain }
command-line-reverse = 逆である: { $chain }
command-line-in-part = { $superior }が{ $subordinate }に命ずるのは一部の事務に限る
command-line-commanded-by = { $subordinate }は{ $superiors }の命を受ける
command-line-no-superior = { $subordinate }が誰の命を受けるかを定める条文がない
command-line-commands-others = { $superior }が直接に指揮命令するのは{ $posts }であり、そこから続く系統はない
command-line-commands-nobody = { $superior }に指揮命令を認める条文がない
command-line-outside-unit = { $superior }は{ $unit }の長であり、{ $subordinate }は{ $other }に属する
command-line-common-superior = 両者はともに{ $post }の指揮命令の下にある
command-line-no-common-superior = 両者の上に共通の職はない

## 関係の線にならない定め
statement-delegated-decision = 専決
statement-withheld-decision = 専決の制限
statement-reserved-decision = 決裁の留保
statement-substitute-decision-limit = 代決の制限
statement-delegation = 委任
statement-application = 準用
statement-read-as-rule = 読替え
statement-for-the-time-being = 当分の間
statement-concurrent-post = 併任
statement-filled-from = 充てられる者の資格
statement-read-as = 「{ $words }」→「{ $read }」
table-statements = 専決・委任・準用等
column-statement = 種別
column-statement-holder = 誰が（準用は何に）
column-statement-giver = 誰の権限
column-statement-matter = 事項又は規定
column-statement-limit = 限度又は条件
statement-part = 「{ $words }」
statement-line = { $kind }: { $parts }
section-statements = このほかの定め
section-readings = 読み替えた規定

## 条項の読取り

reading-read = 読み取れた
reading-partly = 一部のみ読み取れた
reading-not-understood = 読み取れない
reading-no-content = 権限に関わらない
reading-state = { $state }（{ $reason }）
reading-reason-no-predicate = 述語がない
reading-reason-unknown-predicate = 知らない述語
reading-reason-missing-role = 必要な語句（{ $role }）がない
reading-reason-no-filler = 次の、別表などに当たるものが続いていない
reading-reason-broken-bracket = 括弧が閉じていない
reading-reason-undecidable = 二通りに読める
reading-reason-garbled = 言葉にならない
reading-kind-purpose = 趣旨
reading-kind-definition = 定義
reading-kind-commencement = 施行
reading-kind-transition = 経過措置
reading-kind-amendment = 他の規程の改正
reading-kind-deleted = 削除
reading-kind-left-to-others = 他への委任
reading-kind-location = 位置・管轄区域
reading-kind-terms-of-office = 任期・資格
reading-kind-appointment = 任命・委嘱
reading-kind-after-report = 事後の報告・閲覧
reading-kind-limits-of-deciding = 代決・専決の制限
reading-kind-documents = 文書・公印・様式
reading-kind-procedure = 会議の進め方
reading-kind-service = 勤務・給与
reading-kind-conduct = 心得・届出
reading-kind-publication = 公表・経費
reading-kind-table-header = 表の見出し
sense-put = 設置
sense-fill = 充職・任命
sense-own = 所掌
sense-lead = 統括
sense-direct = 指揮監督
sense-under = 受命
sense-arrange = 整理・調整
sense-take-part = 参画
sense-assist = 補佐
sense-act = 代理・代決
sense-decide = 専決
sense-delegate = 委任
sense-compose = 会議の構成
sense-belong = 所属
sense-equate = 定義・同一
sense-refer = 参照・準用
sense-plain = その他の動詞
role-agent = 主体
role-theme = 対象
role-place = 場所
role-matter = 事務
role-object = 相手
role-holder = 就く者
role-principal = 本人
role-source = 命ずる者
role-authority = 権限者
role-basis = 根拠
role-order = 順序
role-limit = 範囲
role-member = 構成員
origin-own = この節の言葉
origin-chain = 前の節
origin-table = 表の見出し
origin-heading = 見出しの行
origin-item = 号
origin-chapeau = 列挙の上の文
origin-previous = 前の文
origin-caption = 条の見出し
origin-part = 章・節の名
origin-title = 規程の題名
origin-in-sentence = { $origin }、文{ $number }
use-rest = 未読
use-sense = 述語
use-ending = 語尾
use-marker = 助詞
use-conjunction = 接続
use-adverb = 副詞
use-phrase = 語句
use-operator = 括弧・限定
use-address = 条文の引用
use-condition = 条件
use-quote = 引用
use-punctuation = 句読点
token-word = 語
token-predicate = 述語
token-marker = 助詞
token-of = の
token-link = 連体
token-within = 範囲
token-conjunction = 接続
token-adverb = 副詞
token-auxiliary = 助動詞
token-back = 指示
token-together = とともに
token-comma = 読点
token-stop = 句点
token-space = 空白
token-bracket = 括弧
token-quote = 引用
explain-clause-no-sentence = この条項に文はありません。
explain-clause-below = この下に号、行又は見出しが{ $count }件あります。それぞれ条項として指定できます。
explain-clause-lead = 項の文
explain-clause-item = 号
explain-clause-entry = 行
explain-clause-row = 表の行
explain-clause-sentence = 文{ $number } { $clause }（{ $line }行目、{ $sort }）
explain-clause-caption = 条の見出し
explain-clause-heading = 見出し
explain-clause-above = 上の文
explain-clause-state = 読取り
explain-clause-why = 理由
explain-clause-about = 内容
explain-clause-tokens = 語
explain-clause-token = { $words }[{ $sort }]
explain-clause-frame = 節{ $position } { $sense }「{ $verb }」
explain-clause-frame-of = 節{ $position } { $sense }「{ $verb }」（文{ $number }の述語）
explain-clause-frame-unsaid = 節{ $position } { $sense }（述語は書かれていない）
explain-clause-argument = 「{ $words }」（{ $origin }）
explain-clause-condition = 条件
explain-clause-condition-is = 「{ $words }」 { $notation }
explain-clause-missing = { $role }がない
explain-clause-notation = 記法
explain-clause-no-frame = 節として読めたものはありません。
explain-clause-account = 使い道
explain-clause-unread = 未読「{ $words }」
coverage-reading = 文言の読取り（割合は権限に関わる文{ $count }件に対するもの）
coverage-reading-numbers = { $sentences }件 { $share } % { $letters }字 { $lettershare } %
coverage-reading-plain = { $sentences }件         { $letters }字
coverage-reading-unread = うち未読の字
coverage-reading-unread-number = {"                 "}{ $letters }字 { $lettershare } %
coverage-reading-reason = { $reason } { $count }
page-reading = 文言の読取り: 読み取れた文{ $read }、一部のみ{ $partly }、読み取れない文{ $open }、権限に関わらない文{ $none }
page-unread-legend = 点線の下線
page-unread-meaning = : どの語句としても使われなかった言葉
