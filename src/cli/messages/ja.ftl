### 回答以外に画面へ出す言葉: ヘルプ、エラー、注意。キーの説明は src/cli/help.rs にある。

## プログラムのヘルプ

help-about = 組織規程を読み取り、誰が指揮するか、誰が代理するか、誰の所掌かに、根拠となる条文を付けて答えます。
help-usage = kengen [オプション] コマンド
help-after =
    規程は、ファイルから読むか、kengen load でデータベース（./kengen.db、$KENGEN_DB 又は --db）に入れたデータセットから読みます。まずは: kengen check 規程.txt
help-values = ［次のいずれか: { $values }］
help-default = ［既定: { $value }］
heading-usage = 使い方:
heading-commands = コマンド
heading-arguments = 引数
heading-options = オプション
heading-exit-codes = 終了コード:

## コマンド

help-compile = 規程を権限グラフに変換する
usage-compile = kengen compile ファイル [-o ファイル] [オプション]
more-compile =
    組織、職、事務、関係の数と、読み取れた文の割合を示します。--format json ではグラフ全体を出力します（スキーマは graph-data/graph.schema.json）。
help-load = 規程をデータベースに入れる
usage-load = kengen load ファイル... [--data-set 名前] [オプション]
more-load =
    規程ごとに一つのデータセットとなり、規程のあるフォルダーの名前が付きます（graph-data/jlis/regulation.txt は jlis）。同じ名前のデータセットは丸ごと置き換えます。
help-coverage = 規程をどこまで読み取れたか、読み取れなかった文はどれかを示す
usage-coverage = kengen coverage [ファイル] [オプション]
help-chain = 最上位から職までの指揮命令の系統を示す
usage-chain = kengen chain [ファイル] 職 [職] [オプション]
more-chain =
    職を二つ書くと、その間の系統か、両者の系統が出会う職を示します。

    例:
      kengen chain 総務課長
      kengen chain graph-data/jlis/regulation.txt 総務課長
      kengen chain 事務局長 総務課長
help-span = 職の下にいる者を示す
usage-span = kengen span [ファイル] 職 [--depth 数] [オプション]
help-acting = 職にある者が執務できないとき、誰が代わるかを示す
usage-acting = kengen acting [ファイル] --absent 職[=事由]... [オプション]
more-acting =
    答えは、職、規程が職の代わりに定める基準、規程からは決まらない、誰もいない、のいずれかで、それぞれに理由を付けます。

    例:
      kengen acting --absent 経営戦略部長
      kengen acting --absent 経営戦略部長=欠けた --unfilled 経営戦略部の次長
help-drill = 職を一つずつ執務できないものとして、誰が代わるかを表にする
usage-drill = kengen drill [ファイル] [組織]... [--condition 事由] [オプション]
more-drill =
    何かが伴う職を一行ずつ示し、そのとき誰が代わるか、その職に何が伴うかを並べます。充て職は、充てられた者の職の行に示します。
help-resilience = どの職が執務できないと何を行う者がいなくなるかを示す
usage-resilience = kengen resilience [ファイル] [組織]... [--limit 数] [オプション]
more-resilience =
    執務できない職の組合せは三つまで漏れなく調べます。順位は、行う者のいなくなる事務と、指揮命令の途切れる職の事務の数によります。--optional-unfilled は、任意の職を置かれていないものとします。

    例:
      kengen resilience
      kengen resilience 管理部 --optional-unfilled
help-why-not = あるはずの関係が、なぜないのかを示す
usage-why-not = kengen why-not acting|commands [ファイル] 職 [職] [オプション]
more-why-not =
    acting は、後の職が前の職をなぜ代わらないか（後の職を書かなければ、なぜ誰も代わらないか）、commands は、前の職が後の職をなぜ指揮命令しないかを示します。

    例:
      kengen why-not acting 経営戦略部長 管理部長
      kengen why-not acting 事務局長 --condition vacant
      kengen why-not commands 管理部長 経営戦略部の次長
help-conflicts = 分けるべき職務が同じ手に集まるところを示す
usage-conflicts = kengen conflicts [ファイル] [組織]... [--occupancy ファイル] [オプション]
more-conflicts =
    分けるべき職務は規則のファイル（規程の隣の separation.toml、--rules、なければ組込みのもの）で定めます。同じ組織、同じ長、職務の代理、指揮命令、同じ人（--occupancy）の順に調べます。

    例:
      kengen conflicts
      kengen conflicts --occupancy people.csv --as-of 2026-04-01
help-owner = ある事柄がどの事務に当たり、誰の所掌かを示す
usage-owner = kengen owner [ファイル] 言葉... [--limit 数] [オプション]
more-owner =
    例: kengen owner 公印
help-ledger = 事務が他の組織に譲るものと、その受け手を示す
usage-ledger = kengen ledger [ファイル] [組織] [オプション]
more-ledger =
    除外（…を除く）と残余の事務（他の…に属しない）のそれぞれに、同じ事項を文言の上で受け持つ相手の組織の事務を並べます。
help-overlaps = 複数の組織が所掌する事項と、何も残らない事務を示す
usage-overlaps = kengen overlaps [ファイル] [組織] [オプション]
more-overlaps =
    上下の関係にある組織が同じ事項を所掌しても、重複とはしません。
help-matrix = システムごとに、誰が企画、開発、保守、運用を所掌するかを示す
usage-matrix = kengen matrix [ファイル] [対象]... [オプション]
help-show = 組織、職、事務又は条文の一つについて全てを示す
usage-show = kengen show [ファイル] 名前 [オプション]
help-check = 規程のおかしな点を挙げる
usage-check = kengen check [ファイル] [--severity 程度] [--fail-on 程度] [オプション]
more-check =
    程度が error の所見があれば終了コード 1 で終わります。程度は --fail-on で変えられます。所見の意味は kengen explain コード で読めます。
help-verify = 規程が想定のとおり定めているかを確かめる
usage-verify = kengen verify [ファイル] [--expect ファイル] [オプション]
more-verify =
    想定は expect.toml に [[expect]] として一つずつ書き、それぞれに commands、owns、substitutes、heads、belongs、acting のどれか一つを置きます。想定と異なるものがあれば終了コード1で終わります。
help-explain = 所見の意味、問題となる理由、根拠を説明する
usage-explain = kengen explain [コード]
help-explain-clause = 条項の文をどう読み取ったかを、語ごとに示す
usage-explain-clause = kengen explain-clause [ファイル] 条項 [オプション]
more-explain-clause =
    文ごとに、語、節（述語とその語句、語句の出どころ、条件）、各語の使い道、読めずに残った言葉とその理由を示します。規程のファイルが要ります。

    例:
      kengen explain-clause 第12条第2項 -r 規程.txt
      kengen explain-clause 規程.txt 十二条2項3号
help-diagram = 組織図、指揮命令図、職務代理図、指摘事項の図などを描く
usage-diagram = kengen diagram 種類 [ファイル] [名前] [-o ファイル]... [オプション]
more-diagram =
    種類: org は組織図（組織の名前を書けばその組織だけ）、chain は職までの指揮命令の系統、span は職の下にある全ての職、substitution は誰が誰を代理するか、exclusions はどの事務がどの組織に譲るか、overlaps は複数の組織が受け持つ事項、scenario は --absent の職を誰が代理するか、findings は組織ごとの指摘事項の件数（どれも、組織の名前を書けばその組織だけ）、neighbourhood は組織、職、事務、事項又は条文が何と関係するかです。
    出力ファイルの拡張子で形式が決まります。.dot はそのまま書け、.svg、.png、.pdf には Graphviz が要ります。一枚に収まらなければ chart-2.svg などに続きます。出力ファイルがなければ DOT を標準出力に書きます。

    例:
      kengen diagram org -o chart.svg -o chart.pdf
      kengen diagram org 管理部 --layout bracket --paper a3 -o section.pdf
      kengen diagram chain 総務課長 -o chain.png
      kengen diagram scenario --absent 管理部長=欠けた --paper a3 -o who-acts.pdf
      kengen diagram findings --depth 2 -o findings.svg
help-report = 規程についての報告書を一つのページに書く
usage-report = kengen report [ファイル] -o ファイル [オプション]
more-report =
    概要、指摘事項、組織図、指揮命令、職務代理、欠員演習、事務分掌、除外対応表、専決・委任・準用等、読取り報告、条文を一つの HTML ファイルにします。通信を要せず、メールに添付しても開けます。Graphviz がなければ組織図は一覧で示します。

    例: kengen report graph-data/jlis/regulation.txt -o report.html
help-export = 一覧表や他のプログラム向けの形式に書き出す
usage-export = kengen export [ファイル] -o ファイル... [--table 表]... [オプション]
more-export =
    出力ファイルの拡張子で形式が決まります。--format で形式を指定することもできます。
      {".xlsx"}     ワークブック: 事務分掌一覧、組織一覧、職一覧、指揮命令表、職務代理順位表、除外対応表、指摘事項、欠員演習、専決・委任・準用等
      {".docx"}     Word 文書: 指摘事項と職務代理順位表
      {".csv"}      表（表ごとに一つのファイル。--table で選べます）と、グラフの要素と関係
      {".graphml"}  グラフ全体（yEd、Gephi）
      {".ttl"}      グラフ全体を W3C ORG の語彙で（Turtle）。.jsonld は同じものを JSON-LD で
      {".mmd"}      組織の図（Mermaid）

    例:
      kengen export -o 一覧.xlsx
      kengen export graph-data/jlis/regulation.txt -o graph.graphml -o graph.ttl
      kengen export --format csv --table substitution
help-query = データベースに、用意された問い合わせ又は Cypher を実行する
usage-query = kengen query [問い合わせ] [名前=値]... [-c CYPHER] [オプション]
more-query =
    問い合わせを書かないと、用意された問い合わせとその引数を一覧します。
help-data-sets = データベースのデータセットを一覧し、又は削除する
usage-data-sets = kengen data-sets [list | drop 名前] [--db ファイル] [オプション]
help-data-sets-list = データセットを一覧する
usage-data-sets-list = kengen data-sets list [--db ファイル] [オプション]
help-data-sets-drop = データセットをデータベースから削除する
usage-data-sets-drop = kengen data-sets drop 名前 [--db ファイル] [オプション]
help-completions = シェルの補完スクリプトを出力する
usage-completions = kengen completions シェル
more-completions =
    例: kengen completions bash > ~/.local/share/bash-completion/completions/kengen

## 引数

argument-help = このヘルプを表示する
argument-version = 版を表示する
argument-lang = 回答とヘルプの言語。指定がなければロケールに従う
argument-format = 答えの形式。text は読むため、json はプログラムのため、html は閲覧用のページ（kengen coverage と report のみ）、その他は kengen export のみ
argument-regulation = この規程を読む。- は標準入力。同じ団体のほかの規程があれば繰り返す
argument-supplement = 規程と同じフォルダーの supplement.toml の代わりに、このファイルから団体の設定を読む
argument-input-format = 規程の形式。指定がなければ内容から判定（text: テキスト、markdown: Markdown、xml: e-Gov 法令 XML、html: HTML のページ）
argument-no-supplement = supplement を読まない
argument-db = データベースのファイル。指定がなければ $KENGEN_DB、それもなければこのフォルダーの kengen.db
argument-data-set = データベースの中のデータセット。複数あるときだけ必要
argument-load-data-set = すべてのファイルを合わせた一つのデータセットの名前。指定がなければフォルダーの名前
argument-files = 規程のファイル（同じ団体の複数の規程も可）。なければデータベースのデータセットを読む
argument-compile-files = 規程のファイル。同じ団体の複数の規程は、組織を設けるものを先に並べる
argument-load-files = 規程のファイル。同じフォルダーのものは一つの団体の規程としてまとめる
argument-coverage-output = 回答をこのファイルに書く。形式は --format で指定
argument-compile-output = グラフをこのファイルに JSON で書く
argument-output = このファイルに書く。形式ごとに繰り返し指定できる
argument-chain-names = 職、又は二つの職。その前に規程のファイルを書いてもよい
argument-span-names = 職。その前に規程のファイルを書いてもよい
argument-ledger-names = この組織とその下の組織が譲り、又は受けるものだけを示す。その前に規程のファイルを書いてもよい
argument-overlaps-names = この組織とその下の組織に関わるものだけを示す。その前に規程のファイルを書いてもよい
argument-acting-names = 規程のファイル。なければデータベースのデータセットを読む
argument-owner-names = 探す言葉。その前に規程のファイルを書いてもよい
argument-show-names = 組織、職、事務又は条文の名前、経路又は ID。その前に規程のファイルを書いてもよい
argument-diagram-names = 組織、職など。その前に規程のファイルを書いてもよい
argument-export-output = このファイルに書く。形式ごとに繰り返せる
argument-report-output = このファイルに書く。なければ標準出力
argument-table = この表だけを書く。繰り返せる
argument-focus = 図の対象とする組織。種類の後に名前を書くのと同じ
argument-diagram-depth = 最上位の組織から下へ示す段数（org、scenario、findings）、又は名前から何段先まで示すか（neighbourhood。指定がなければ1）
argument-hide = この種類の組織（課など）又はこの組織を、その下の組織とともに略す。略した数は図に示す。繰り返し指定できる
argument-layout = 組織図の形。columns は縦の列、bracket は左から右への罫線、auto は収まる方
argument-paper = 用紙の大きさ
argument-absent = 執務できない職。繰り返し指定できる。名前の後の =事故、=欠けた又は=不在で事由を示す（incapacitated、vacant、away でもよい）
argument-condition = 事由を示していない職の事由（incapacitated は事故、vacant は欠けた、away は不在）
argument-unfilled = 置かれていない任意の職。繰り返し指定できる
argument-drill-names = これらの組織とその下の組織に限る。規程のファイルを前に書いてもよい
argument-resilience-names = これらの組織とその下の組織に限り、並べて比べる。規程のファイルを前に書いてもよい
argument-drill-condition = 各職の事由（incapacitated は事故、vacant は欠けた、away は不在）
argument-resilience-condition = 各職の事由（incapacitated は事故、vacant は欠けた、away は不在）
argument-optional-unfilled = 任意の職を置かれていないものとする
argument-resilience-limit = 単一障害点をこの数まで示す
argument-resilience-all = 組織を指定しなくても、職ごとの組合せを全て示す
argument-scenario = 前提を書いたファイル（TOML）。[[absent]] に post と condition、unfilled に置かれていない職の一覧を書く
argument-occupancy = 在職者の名簿（CSV 又は表計算のファイル）。列は、氏名、職、から、まで、種別（本務、兼務、事務取扱）と、あれば組織、職員番号
argument-absent-person = 執務できない者。名簿の氏名又は職員番号で示す。二つの職にある者なら両方の職が執務できなくなる。=事由は --absent と同じ
argument-acting-as-of = 在職を判断する日。YYYY-MM-DD の形。なければ今日
argument-depth = 示す段数の上限
argument-limit = 示す事務の数の上限
argument-all = 多くの所見がある項目も、すべて示す
argument-expect = 想定のファイル。省けば規程と同じフォルダーの expect.toml
argument-conflicts-names = これらの組織とその下の組織に限る。規程のファイルを前に書いてもよい
argument-rules = 分けるべき職務を定めるファイル
argument-conflicts-all = 各側の事務をすべて示す
argument-relation = どの関係か: acting（職務の代理）、commands（指揮命令）
argument-why-not-names = 職。規程のファイルを前に書いてもよい
value-relation = 関係
argument-verify-all = どの想定も触れていない条文をすべて示す
argument-objects = 調べる対象の名の一部。省けば規程が定義し又は名を挙げるすべてのシステム
argument-everything = システムに限らず、事務の対象をすべて示す
argument-select = このコードの所見だけを示す。繰り返し指定できる
argument-ignore = このコードの所見を示さない。繰り返し指定できる
argument-as-of = 判断の基準とする日（YYYY-MM-DD）。省けば今日
argument-severity = この程度以上の所見だけを示す（error は要対応、warning は要確認、note は参考）
argument-fail-on = この程度以上の所見があれば終了コード 1 で終わる
argument-explain-code = 所見のコード。なければ全てのコードを一覧する
argument-explain-clause-names = 条項（第12条第2項、12条2項3号、第12条第2項(3)）。規程のファイルを前に書いてもよい
argument-kind = 描くもの
argument-query = 用意された問い合わせの名前
argument-parameters = 問い合わせの引数の値。順序は問わない
argument-cypher = 代わりにこの問い合わせを実行する
argument-data-sets-drop-name = データセットの名前
argument-shell = シェル

## 値の呼び方

value-command = コマンド
value-file = ファイル
value-lang = 言語
value-format = 形式
value-name = 名前
value-post = 職
value-absent = 職[=事由]
value-people = ファイル
value-person = 氏名[=事由]
value-condition = 事由
value-words = 言葉
value-node = 名前
value-clause = 条項
value-unit = 組織
value-number = 数
value-code = コード
value-object = 対象
value-date = 年月日
value-count = 数
value-severity = 程度
value-fail_on = 程度
value-kind = 種類
value-layout = 形
value-paper = 用紙
value-table = 表
value-query = 問い合わせ
value-parameter = 名前=値
value-cypher = CYPHER
value-shell = シェル

## 終了コード

exit-success = 答えが出た
exit-findings = check が --fail-on の程度以上の所見を、又は verify が想定と異なるものを見つけた
exit-usage = コマンドの書き方が正しくない
exit-input = 規程や supplement が読めない、又はない
exit-database = データベースを開けない、読めない又は書けない
exit-name = 名前に当たるものがない、又は複数ある
exit-output = 出力ファイル又は標準出力に書けない
exit-missing-program = 必要なプログラム（Graphviz）がない

## 見出し

label-error = エラー
label-note = 注意
label-help = 対処

## コマンドの書き方の誤り

usage-unknown-argument = `{ $argument }` という引数はありません
usage-unknown-command = `{ $command }` というコマンドはありません
usage-no-command = コマンドがありません
usage-missing-argument = 次の引数が足りません: { $argument }
usage-missing-value = `{ $argument }` には値が要ります
usage-invalid-value = `{ $value }` は `{ $argument }` の値になりません
usage-refused-value = `{ $value }` は `{ $argument }` の値になりません: { $reason }
usage-repeated = `{ $argument }` は一度しか書けません
usage-conflict = `{ $argument }` と `{ $other }` は同時に使えません
usage-number-of-values = `{ $argument }` の値の数が違います
usage-not-utf8 = UTF-8 でない引数があります
usage-possible = 使える値: { $values }
usage-did-you-mean = `{ $name }` のことですか
usage-see-help = コマンドの一覧は kengen --help、引数は kengen コマンド --help で読めます

## ファイル

error-stdout = 回答を出力できません: { $reason }
error-output-file = `{ $path }` に書けません: { $reason }
help-output-folder = 先にフォルダーを作ってください。何も書かれていません
help-output-elsewhere = 別の場所を選んでください。元の内容はそのままです
reason-not-found = 存在しません
reason-permission = 権限がありません
reason-directory = フォルダーです
reason-not-a-directory = 経路の途中がフォルダーではありません
reason-disk-full = ディスクに空きがありません
reason-read-only = 書き込みできないディスクにあります
reason-name = 名前が長すぎるか、使えない文字があります

## 入力

error-input-file = `{ $path }` を読めません: { $reason }
error-input-empty = `{ $path }` は空です
error-input-binary = `{ $path }` はテキストではありません（{ $offset } バイト目）
error-input-too-large = `{ $path }` は大きすぎます（{ $bytes } バイト）
error-input-not-xml = `{ $path }` は正しい XML ではありません: { $line } 行 { $column } 文字目: { $reason }
error-input-no-law = `{ $path }` に法令がありません（いちばん外側の要素は `{ $root }`）
xml-no-element = 要素がありません
xml-end-tag = `{ $open }` が閉じる前に `{ $found }` が閉じています
xml-cut-off = 要素の途中でファイルが終わっています
xml-long-tag = タグが長すぎます
xml-syntax = XML として認められない書き方です
help-input-format = ファイルの全体を指定するか、--input-format で形式（text、markdown、xml、html）を指定してください
help-input-file = 規程をテキスト、Markdown、e-Gov 法令 XML 又は HTML のファイルで指定してください
help-input-binary = PDF や Word のファイルは、先にテキストとして保存してください
error-settings = `{ $path }` を読み取れません: { $reason }
error-settings-not-utf8 = `{ $path }` は UTF-8 のテキストではありません
error-file-twice = `{ $path }` が二度指定されています
error-several-supplements = supplement が二つあります: `{ $first }` と `{ $second }`
help-several-supplements = どちらを使うかを指定してください: --supplement FILE、または --no-supplement
error-two-sources = `{ $path }` と --db が同時に指定されています。読むものは一つにしてください
error-data-set-of-file = --data-set はデータベースのためのものですが、規程のファイルが指定されています
error-supplement-of-data-set = --supplement と --no-supplement は規程のファイルのためのものですが、データベースを読もうとしています
error-input-format-of-data-set = --input-format は規程のファイルのためのものですが、データベースを読もうとしています
error-no-source = 規程のファイルの指定がなく、データベース `{ $path }` もここにありません
help-no-source-file = ファイルを指定してください: kengen check 規程.txt
help-no-source-load = 又は先にデータベースに入れてください: kengen load 規程.txt
error-no-expectations = 確かめる想定がありません
help-no-expectations = 規程と同じフォルダーに expect.toml を書くか、--expect でファイルを指定してください
error-no-object = { $words }を対象とする事務がありません
help-no-object = kengen matrix --everything で事務の対象の一覧を、kengen owner で言葉による検索ができます
error-needs-file = 表計算の形はファイルに書き出します
help-needs-file = -o 所見.xlsx のように指定してください
error-no-form = このコマンドは `{ $form }` の形では答えられません
help-forms = --format には { $names } を指定してください
error-no-articles = このデータセットは以前の版で読み込まれたため、文ごとの記録がありません
error-no-coverage = このデータセットには読取りの記録がありません
error-clause-needs-file = 条項の読取りを示すには、規程のファイルが要ります
error-no-matters = このデータセットは以前の版で読み込まれたため、事務が何についてのものかの記録がありません
error-no-data-set = データベースにデータセットがありません
error-several-data-sets = データベースにデータセットが { $count } あります:
help-several-data-sets = 一つ選んでください: --data-set { $name }
error-no-folder-name = `{ $path }` のフォルダーに、データセットの名前にできる名前がありません
error-same-data-set = 二つのフォルダーのファイルが同じデータセット `{ $name }` になります
help-data-set-name = 一つずつ、--data-set 名前 を付けて入れてください

## 図

files-written = 書き出しました: { $path }
error-diagram-form = `{ $path }` からは書く形式が分かりません
help-diagram-form = ファイル名の終わりを .dot、.svg、.png 又は .pdf にしてください: kengen diagram org -o chart.svg
error-diagram-no-units = 規程が置く組織がないため、描くものがありません
error-diagram-nothing = この図に示すことは規程に書かれていません
error-diagram-option = { $option } は、種類が { $kind } の図には指定できません
help-diagram-absent = 次のように指定してください: kengen diagram scenario --absent 経営戦略部長 -o chart.svg
error-diagram-json = 図には JSON の形式がありません。出力ファイルを指定してください
error-export-form = `{ $path }` からは形式が分かりません
error-export-nowhere = 出力ファイルも --format もありません
error-export-bytes = { $form } は画面に出せる形式ではありません
error-export-which-table = CSV を標準出力に書けるのは一つの表だけです
error-export-no-sheet = nodes と edges の表は CSV だけにあります
error-export-document = 文書を作れません: { $reason }
help-export-form = 出力ファイルの名前を .xlsx、.docx、.csv、.graphml、.ttl、.jsonld、.mmd のいずれかで終えるか、--format を指定してください
help-export-no-sheet = kengen export --format csv --table edges のように CSV で書いてください
help-export-table = --table で表を一つ選ぶか、-o でファイルを指定してください: kengen export -o 一覧.csv
error-report-json = 報告書に JSON の形式はありません
help-report-json = -o でファイルを指定すると、--format json は書き出したファイルの名前を示します
note-report-without-graphviz = Graphviz がないため、組織図は図でなく一覧で示します（apt-get install graphviz fonts-noto-cjk）
error-graphviz = Graphviz で図を描けません: { $reason }
error-graphviz-missing = Graphviz がありません（プログラム `{ $program }` が見つかりません）
error-graphviz-start = Graphviz を起動できません（`{ $program }`）: { $reason }
help-graphviz = Graphviz を入れる（apt-get install graphviz fonts-noto-cjk）か、.dot で書いてください

## 名前

error-name-ambiguous = `{ $name }` に当たるものが { $count } あります:
error-name-missing = `{ $name }` に当たるものはありません（{ $sort }）
help-name-ambiguous = 組織の名前を添える（'{ $example }'）か、上の ID で指定してください
help-name-missing = kengen show 名前 で組織、職、条文を探せます。名前の一部でも構いません
help-name-unit = `{ $unit }` は組織です。その長は `{ $head }` です
detail-similar = 近い名前:
detail-more = … ほか { $count }
detail-known = あるもの: { $names }
error-one-name = 名前を一つ書いてください（{ $count } あります）
error-one-or-two-posts = 職を一つ又は二つ書いてください（{ $count } あります）
error-no-words = 探す言葉がありません
error-not-optional = `{ $post }` は必ず置く職で、置かれていないことにはできません
help-not-optional = 在職者がいないなら: --absent '{ $post }=欠けた'
error-acting-name = `{ $name }` は規程のファイルではありません
help-acting-name = 職は --absent で指定します: --absent '{ $name }'
error-why-not-posts = 職が{ $count }ある。この問いにはその数の職を書けない
help-why-not-posts = acting には職を一つか二つ、commands には二つ書く
error-nobody-absent = 前提に、執務できない職が一つもありません
help-nobody-absent = [[absent]] に post を書くか、--absent 職 を指定してください
error-person-without-occupancy = 前提に執務できない者 `{ $name }` がありますが、在職者の名簿がありません
help-person-without-occupancy = --occupancy ファイル を指定してください
error-person-missing = 名簿に `{ $name }` という者はいません
error-person-ambiguous = `{ $name }` という者が{ $count }人います。職員番号で指定してください:
error-occupancy-unreadable = `{ $path }` は CSV でも表計算のファイルでもありません: { $reason }
error-occupancy = `{ $path }` に誤りが{ $count }件あります。何も読み込んでいません
help-occupancy = 先頭に列の名前の行が要ります: 氏名、職、から、まで、種別
occupancy-mistake = { $cell }: { $what }
mistake-no-column = `{ $name }` の列がありません
mistake-column-twice = `{ $name }` は前の列と同じ意味です
mistake-nothing = 何も書かれていません
mistake-broken = 読めない文字があります: `{ $text }`
mistake-unknown-post = `{ $name }` という職はありません
mistake-unknown-post-similar = `{ $name }` という職はありません。似たもの: { $similar }
mistake-ambiguous-post = `{ $name }` に当たる職が{ $count }あります: { $candidates }。組織を添えてください
mistake-no-day = `{ $text }` は日付になりません（2026-04-01、2026/4/1、令和8年4月1日、R8.4.1）
mistake-ends-before-start = 終わりの日 { $until } が始まりの日 { $since } より前です
mistake-unknown-kind = `{ $text }` は本務、兼務、事務取扱のいずれでもありません
mistake-overlap = { $row }行目と、同じ者の同じ職の期間が重なっています
mistake-second-main-post = { $row }行目と、同じ者の本務の期間が重なっています
mistake-no-seat-left = 定員{ $seats }人の職です。同じ時期に{ $rows }行目の者が本務としています
error-condition = `{ $condition }` は `{ $name }` の事由になりません
help-condition = 事由: 事故（incapacitated）、欠けた（vacant）、不在（away）
error-unknown-code = コード `{ $code }` の所見はありません
error-parameter = `{ $argument }` は引数ではありません
error-parameter-twice = 引数 `{ $name }` が二つあります
help-parameter = 名前=値 の形で書いてください。引数は kengen query で一覧できます

## データベース

store-not-found = データベース `{ $path }` はありません
store-folder-not-found = フォルダー `{ $path }` はありません
store-directory = `{ $path }` はフォルダーで、データベースではありません
store-not-a-file = `{ $path }` は通常のファイルではありません
store-not-readable = データベース `{ $path }` を読めません: 権限がありません
store-not-writable = データベース `{ $path }` に書けません
store-locked = データベース `{ $path }` は他のプログラムが使用中です
store-zero-bytes = データベース `{ $path }` は 0 バイトです
store-not-ours = `{ $path }` は kengen のデータベースではありません（{ $reason }）
store-corrupt = データベース `{ $path }` は壊れています（{ $reason }）
store-altered = データセット `{ $name }` は他のプログラムに書き換えられています
store-newer = データベース `{ $path }` の形式は { $found } 版です。このプログラムは { $supported } 版まで読めます
store-unknown-data-set = データセット `{ $name }` はありません
store-invalid-name = `{ $name }` はデータセットの名前にできません: { $reason }
store-unknown-query = 問い合わせ `{ $name }` はありません
store-missing-parameter = 問い合わせ `{ $query }` には引数 `{ $parameter }` が要ります
store-unknown-parameter = 問い合わせ `{ $query }` に引数 `{ $parameter }` はありません
store-unknown-id = データセット `{ $data_set }` に ID `{ $id }` の { $label } はありません
store-query-syntax = Cypher が正しくありません: { $reason }
store-query-syntax-at = Cypher の { $line } 行 { $column } 文字目が正しくありません: { $reason }
store-query-failed = 問い合わせに失敗しました: { $reason }
store-query-too-large = 問い合わせが大きすぎます: { $what } が { $limit } を超えます
store-write-attempted = データベースを書き換える問い合わせです。読むことしかできません
store-full = データベース `{ $path }` を書く空きがありません。元の内容はそのままです
store-io = データベース `{ $path }`: { $reason }
help-store-elsewhere = --db で別のファイルを指定してください。何も変わっていません
help-store-locked = 他のプログラムが終わってから、もう一度実行してください
help-store-anew = ファイルを移してから、規程を入れ直してください: kengen load 規程.txt
help-clause-needs-file = 規程のファイルを指定してください: kengen explain-clause { $clause } -r 規程.txt
help-clause-missing = kengen coverage 規程.txt --format html で全ての条項を見られます
help-store-reload = 規程を入れ直してください: kengen load 規程.txt
help-store-newer = 新しい kengen を使うか、--db で別のファイルを指定してください。何も変わっていません
help-query-too-large = 型を一つの節点から始めるか、経路の長さを狭めてください
note-written = 書き出しました: { $path }
note-dropped = データセット `{ $name }` を { $path } から削除しました
