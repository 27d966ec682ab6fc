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
help-owner = ある事柄がどの事務に当たり、誰の所掌かを示す
usage-owner = kengen owner [ファイル] 言葉... [--limit 数] [オプション]
more-owner =
    例: kengen owner 公印
help-show = 組織、職、事務又は条文の一つについて全てを示す
usage-show = kengen show [ファイル] 名前 [オプション]
help-check = 規程のおかしな点を挙げる
usage-check = kengen check [ファイル] [--severity 程度] [--fail-on 程度] [オプション]
more-check =
    程度が error の所見があれば終了コード 1 で終わります。程度は --fail-on で変えられます。所見の意味は kengen explain コード で読めます。
help-explain = 所見の意味、問題となる理由、根拠を説明する
usage-explain = kengen explain [コード]
help-diagram = 組織図や指揮命令図を描く
usage-diagram = kengen diagram 種類 [ファイル] [職] [-o ファイル]... [オプション]
more-diagram =
    種類: columns と bracket は組織図、command は職までの指揮命令の系統です。
    出力ファイルの拡張子で形式が決まります。.dot はそのまま書け、.svg、.png、.pdf には Graphviz が要ります。

    例:
      kengen diagram columns -o chart.svg -o chart.pdf
      kengen diagram command 総務課長 -o chain.png
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
argument-format = 回答の形式。text は読むため、json はプログラムのため
argument-regulation = この規程を読む。- は標準入力
argument-supplement = 規程と同じフォルダーの supplement.toml の代わりに、このファイルから団体の設定を読む
argument-no-supplement = supplement を読まない
argument-db = データベースのファイル。指定がなければ $KENGEN_DB、それもなければこのフォルダーの kengen.db
argument-data-set = データベースの中のデータセット。複数あるときだけ必要
argument-load-data-set = データセットの名前。指定がなければ規程のあるフォルダーの名前
argument-file = 規程のファイル。なければデータベースのデータセットを読む
argument-compile-file = 規程のファイル
argument-files = 規程のファイル
argument-compile-output = グラフをこのファイルに JSON で書く
argument-output = このファイルに書く。形式ごとに繰り返し指定できる
argument-chain-names = 職、又は二つの職。その前に規程のファイルを書いてもよい
argument-span-names = 職。その前に規程のファイルを書いてもよい
argument-acting-names = 規程のファイル。なければデータベースのデータセットを読む
argument-owner-names = 探す言葉。その前に規程のファイルを書いてもよい
argument-show-names = 組織、職、事務又は条文の名前、経路又は ID。その前に規程のファイルを書いてもよい
argument-diagram-names = 規程のファイルと、指揮命令図の職
argument-absent = 執務できない職。繰り返し指定できる。名前の後の =事故、=欠けた又は=不在で事由を示す（incapacitated、vacant、away でもよい）
argument-condition = 事由を示していない職の事由（incapacitated は事故、vacant は欠けた、away は不在）
argument-unfilled = 置かれていない任意の職。繰り返し指定できる
argument-depth = 示す段数の上限
argument-limit = 示す事務の数の上限
argument-check-code = このコードの所見だけを示す。繰り返し指定できる
argument-severity = この程度以上の所見だけを示す（error は要対応、warning は要確認、info は参考）
argument-fail-on = この程度以上の所見があれば終了コード 1 で終わる
argument-explain-code = 所見のコード。なければ全てのコードを一覧する
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
value-condition = 事由
value-words = 言葉
value-node = 名前
value-number = 数
value-code = コード
value-severity = 程度
value-fail_on = 程度
value-kind = 種類
value-query = 問い合わせ
value-parameter = 名前=値
value-cypher = CYPHER
value-shell = シェル

## 終了コード

exit-success = 答えが出た
exit-findings = check が --fail-on の程度以上の所見を見つけた
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
