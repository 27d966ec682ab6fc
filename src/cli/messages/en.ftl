### What the command line says beside its answers: help, errors, notes. Keys are described in src/cli/help.rs.

## Help of the program

help-about = Reads organisational regulations of public bodies and answers who commands, who acts and who is responsible, each answer with its clause.
help-usage = kengen [OPTIONS] COMMAND
help-after =
    A regulation is taken from a file, or from a data set that `kengen load` put into the database (./kengen.db, or $KENGEN_DB, or --db). Start with: kengen check regulation.txt
help-values = {" "}[one of: { $values }]
help-default = {" "}[default: { $value }]
heading-usage = Usage:
heading-commands = Commands
heading-arguments = Arguments
heading-options = Options
heading-exit-codes = Exit codes:

## Commands

help-compile = Compile a regulation into an authority graph
usage-compile = kengen compile FILE [-o FILE] [OPTIONS]
more-compile =
    The summary counts units, posts, duties and edges, and says how much of the text was understood. With --format json the whole graph is given; its schema is graph-data/graph.schema.json.
help-load = Load regulations into the database
usage-load = kengen load FILE... [--data-set NAME] [OPTIONS]
more-load =
    Each regulation becomes one data set, named after its folder (graph-data/jlis/regulation.txt becomes jlis). A data set of that name is replaced as a whole.
help-coverage = Show how much of a regulation was understood, and what was not
usage-coverage = kengen coverage [FILE] [OPTIONS]
help-chain = Show who commands whom, from the top down to a post
usage-chain = kengen chain [FILE] POST [POST] [OPTIONS]
more-chain =
    With two posts: every chain between them, or where their chains meet.

    Examples:
      kengen chain 総務課長
      kengen chain graph-data/jlis/regulation.txt 総務課長
      kengen chain 事務局長 総務課長
help-span = Show who is under a post
usage-span = kengen span [FILE] POST [--depth NUMBER] [OPTIONS]
help-acting = Show who acts when posts are absent
usage-acting = kengen acting [FILE] --absent POST[=CONDITION]... [OPTIONS]
more-acting =
    The answer is a post, a criterion that the text gives instead, "undecidable" if the text leaves it open, or "nobody", with the reasons for each.

    Examples:
      kengen acting --absent 経営戦略部長
      kengen acting --absent 経営戦略部長=vacant --unfilled 経営戦略部の次長
help-drill = Show what each single absence would come to
usage-drill = kengen drill [FILE] [UNIT]... [--condition CONDITION] [OPTIONS]
more-drill =
    One row for each post on which something hangs: who acts then, and what goes with the post. A post held ex officio goes with its holder.
help-resilience = Show which absences leave what unattended
usage-resilience = kengen resilience [FILE] [UNIT]... [--limit NUMBER] [OPTIONS]
more-resilience =
    Sets of absences are exact up to three. Ranked are the duties left unattended, with those of all posts that no command reaches any more. --optional-unfilled takes the posts that need not exist as not filled.

    Examples:
      kengen resilience
      kengen resilience 管理部 --optional-unfilled
help-why-not = Show why a relation that one would expect does not hold
usage-why-not = kengen why-not acting|commands [FILE] POST [POST] [OPTIONS]
more-why-not =
    acting: why the second post does not act for the first, or without a second one why nobody does. commands: why the first post does not command the second.

    Examples:
      kengen why-not acting 経営戦略部長 管理部長
      kengen why-not acting 事務局長 --condition vacant
      kengen why-not commands 管理部長 経営戦略部の次長
help-conflicts = Show segregation-of-duties conflicts
usage-conflicts = kengen conflicts [FILE] [UNIT]... [--occupancy FILE] [OPTIONS]
more-conflicts =
    What should be apart is data: separation.toml beside the regulation, --rules, or the rules of the program. Looked at are one unit, one head, who acts for whom, who commands whom, and one person (--occupancy).

    Examples:
      kengen conflicts
      kengen conflicts --occupancy people.csv --as-of 2026-04-01
help-owner = Show which duty covers a matter, and who is responsible for it
usage-owner = kengen owner [FILE] WORDS... [--limit NUMBER] [OPTIONS]
more-owner =
    Example: kengen owner 公印
help-ledger = Show what duties leave to other units, and who has it there
usage-ledger = kengen ledger [FILE] [UNIT] [OPTIONS]
more-ledger =
    Each exclusion (… を除く) and residual duty (他の … に属しない) with its counterpart: the duties of the other unit that cover the same matter by their words.
help-overlaps = Show matters that several units own, and duties left empty
usage-overlaps = kengen overlaps [FILE] [UNIT] [OPTIONS]
more-overlaps =
    A unit and the units below it own the same matters: that is no overlap.
help-matrix = Show who plans, develops, maintains and operates each system
usage-matrix = kengen matrix [FILE] [OBJECT]... [OPTIONS]
help-show = Show everything about one unit, post, duty or clause
usage-show = kengen show [FILE] NAME [OPTIONS]
help-check = List what is odd about a regulation
usage-check = kengen check [FILE] [--severity SEVERITY] [--fail-on SEVERITY] [OPTIONS]
more-check =
    Ends with exit code 1 if there is a finding of severity error; --fail-on sets another level. `kengen explain CODE` says what a finding means.
help-verify = Check that the regulation says what its body believes
usage-verify = kengen verify [FILE] [--expect FILE] [OPTIONS]
more-verify =
    Expectations stand in expect.toml: an entry [[expect]] for each, with one of commands, owns, substitutes, heads, belongs and acting. Ends with exit code 1 if one is not as believed.
help-explain = Explain a finding: what it is, why it matters, its basis
usage-explain = kengen explain [CODE]
help-explain-clause = Show how the sentences of a clause were read, word by word
usage-explain-clause = kengen explain-clause [FILE] CLAUSE [OPTIONS]
more-explain-clause =
    Shows for each sentence its tokens, its statements (the predicate, its phrases and where they were taken from, conditions), what each word was used for, and what stayed unread and why. Needs the file of the regulation.

    Examples:
      kengen explain-clause 第12条第2項 -r regulation.txt
      kengen explain-clause regulation.txt 12条2項3号
help-diagram = Draw organisation, command, substitution, findings and more
usage-diagram = kengen diagram KIND [FILE] [NAME] [-o FILE]... [OPTIONS]
more-diagram =
    Kinds: org is the organisation chart (of one unit, if you name it), chain the command chain to a post, span everybody under a post, substitution who acts for whom, exclusions which duties give way to which units, overlaps what several units own, scenario who acts for the posts named by --absent, findings how many findings there are at each unit (all these for one unit, if you name it), neighbourhood what a unit, post, duty, matter or clause is related to.
    The ending of the output file decides on the form: .dot needs nothing, .svg, .png and .pdf need Graphviz. What does not fit on one sheet goes on in chart-2.svg and so on. Without an output file the DOT is written to the standard output.

    Examples:
      kengen diagram org -o chart.svg -o chart.pdf
      kengen diagram org 管理部 --layout bracket --paper a3 -o section.pdf
      kengen diagram chain 総務課長 -o chain.png
      kengen diagram scenario --absent 管理部長=vacant --paper a3 -o who-acts.pdf
      kengen diagram findings --depth 2 -o findings.svg
help-report = Write a report about a regulation as one page
usage-report = kengen report [FILE] -o FILE [OPTIONS]
more-report =
    Summary, findings, organisation chart, command, substitution, absence drill, duties, exclusions, statements, coverage and the text as one HTML file, which needs no network and opens from a mail attachment. Without Graphviz the chart is an outline.

    Example: kengen report graph-data/jlis/regulation.txt -o report.html
help-export = Write tables, and formats for other programs
usage-export = kengen export [FILE] -o FILE... [--table TABLE]... [OPTIONS]
more-export =
    The ending of the output file decides on the form; --format says it too.
      {".xlsx"}     workbook: duties, units, posts, command, order of substitution, exclusion ledger, findings, absence drill, statements
      {".docx"}     Word document: findings and order of substitution
      {".csv"}      tables, one file for each (--table chooses), and the nodes and edges of the graph
      {".graphml"}  the whole graph (yEd, Gephi)
      {".ttl"}      the whole graph in the W3C ORG vocabulary (Turtle); .jsonld is the same in JSON-LD
      {".mmd"}      the units as a flowchart (Mermaid)

    Examples:
      kengen export -o tables.xlsx
      kengen export graph-data/jlis/regulation.txt -o graph.graphml -o graph.ttl
      kengen export --format csv --table substitution
help-query = Run a query of the library, or Cypher, on the database
usage-query = kengen query [QUERY] [NAME=VALUE]... [-c CYPHER] [OPTIONS]
more-query =
    Without a query the library is listed with the parameters of each.
help-data-sets = List the data sets of the database, or drop one
usage-data-sets = kengen data-sets [list | drop NAME] [--db FILE] [OPTIONS]
help-data-sets-list = List the data sets
usage-data-sets-list = kengen data-sets list [--db FILE] [OPTIONS]
help-data-sets-drop = Remove a data set from the database
usage-data-sets-drop = kengen data-sets drop NAME [--db FILE] [OPTIONS]
help-completions = Write a completion script for a shell
usage-completions = kengen completions SHELL
more-completions =
    Example: kengen completions bash > ~/.local/share/bash-completion/completions/kengen

## Arguments

argument-help = Show this help
argument-version = Show the version
argument-lang = Language of answers and help; otherwise that of the locale
argument-format = Form of the answer: text to read, json for programs, html for a page in a browser (only kengen coverage and report), the others for kengen export
argument-regulation = Read this regulation; - is the standard input; may be repeated for further instruments of the same body
argument-supplement = Read the settings of the body here, not from supplement.toml beside the regulation
argument-input-format = Format of the regulation, if not the one that its content shows: plain text, Markdown, e-Gov law XML, a page of HTML
argument-no-supplement = Read no supplement
argument-db = The database file; otherwise $KENGEN_DB, otherwise kengen.db in this folder
argument-data-set = The data set in the database; needed only if there are several
argument-load-data-set = Name of the one data set that all files make, if not that of their folder
argument-files = The regulation, or the instruments of one body; a data set of the database is taken if there is none
argument-compile-files = The regulation, or the instruments of one body, the one that establishes most first
argument-load-files = The regulations; those of one folder are the instruments of one body
argument-coverage-output = Write the answer to this file, in the form that --format says
argument-compile-output = Write the graph to this file as JSON
argument-output = Write to this file; may be repeated, once for each form
argument-chain-names = The post, or two posts; a regulation file may stand before them
argument-span-names = The post; a regulation file may stand before it
argument-ledger-names = Only what this unit and those below it leave or receive; a regulation file may stand before it
argument-overlaps-names = Only what this unit and those below it take part in; a regulation file may stand before it
argument-acting-names = A regulation file; a data set of the database is taken if there is none
argument-owner-names = What to look for, in any words; a regulation file may stand before them
argument-show-names = Name, path or id of a unit, post, duty or clause; a regulation file may stand before it
argument-diagram-names = The unit, post or other node; a regulation file may stand before it
argument-export-output = Write to this file; may be repeated, once for each form
argument-report-output = Write to this file; the standard output if there is none
argument-table = Write only this table; may be repeated
argument-focus = The unit that the chart is about; the same as its name behind the kind
argument-diagram-depth = Levels of units below the top (org, scenario, findings), or steps from the node (neighbourhood; 1 if absent)
argument-hide = Leave out units of this kind (課), or this unit, with everything below them; what is left out is counted. May be repeated
argument-layout = Form of an organisation chart: columns, ruled lines from left to right, or what fits
argument-paper = Size of the paper
argument-absent = An absent post; may be repeated. =incapacitated (事故), =vacant (欠けた) or =away (不在) after the name states its condition
argument-condition = The condition of the absent posts that state none
argument-unfilled = An optional post that is not filled; may be repeated
argument-drill-names = Only these units and those below them; a regulation file may stand before them
argument-resilience-names = Only these units and those below them, beside each other; a regulation file may stand before them
argument-drill-condition = The condition of every absence
argument-resilience-condition = The condition of every absence
argument-optional-unfilled = Take the posts that need not exist as not filled
argument-resilience-limit = Show no more than this many single points of failure
argument-resilience-all = Show the smallest sets of every post, also without naming units
argument-scenario = A scenario written down (TOML): entries [[absent]] with post and condition, and a list unfilled
argument-occupancy = Who holds which post: CSV or a workbook with the columns person, post, from, to, kind, and if wanted unit and number
argument-absent-person = An absent person of the occupancy file, by name or number; a person with two posts empties both. =CONDITION as with --absent
argument-acting-as-of = The day on which people hold their posts, as YYYY-MM-DD; today if absent
argument-depth = Show no more than this many levels
argument-limit = Show no more than this many duties
argument-all = Show all findings of a rule, not only the first of many
argument-expect = The expectations, if not expect.toml beside the regulation
argument-conflicts-names = Only these units and those below them; a regulation file may stand before them
argument-rules = The file that says what should be apart
argument-conflicts-all = Show all duties of each side
argument-relation = Which relation: acting or commands
argument-why-not-names = The posts; a regulation file may stand before them
value-relation = RELATION
argument-verify-all = Show all clauses that no expectation touches
argument-objects = Words in the name of what is looked for; all systems that the regulation defines or names without any
argument-everything = Everything that a duty is about, not only systems
argument-select = Only findings with this code; may be repeated
argument-ignore = No findings with this code; may be repeated
argument-as-of = The day on which it is asked, as YYYY-MM-DD; today if absent
argument-severity = Only findings of at least this severity
argument-fail-on = End with exit code 1 if there is a finding of at least this severity
argument-explain-code = Code of the finding; all codes are listed without one
argument-explain-clause-names = The clause (第12条第2項, 12条2項3号, 第12条第2項(3)); a regulation file may stand before it
argument-kind = What to draw
argument-query = Name of a query of the library
argument-parameters = Values of the query's parameters, in any order
argument-cypher = Run this query instead
argument-data-sets-drop-name = Name of the data set
argument-shell = The shell

## Placeholders

value-command = COMMAND
value-file = FILE
value-lang = LANGUAGE
value-format = FORMAT
value-name = NAME
value-post = POST
value-absent = POST[=CONDITION]
value-people = FILE
value-person = NAME[=CONDITION]
value-condition = CONDITION
value-words = WORDS
value-node = NAME
value-clause = CLAUSE
value-unit = UNIT
value-number = NUMBER
value-code = CODE
value-object = OBJECT
value-date = DATE
value-count = COUNT
value-severity = SEVERITY
value-fail_on = SEVERITY
value-kind = KIND
value-layout = LAYOUT
value-paper = PAPER
value-table = TABLE
value-query = QUERY
value-parameter = NAME=VALUE
value-cypher = CYPHER
value-shell = SHELL

## Exit codes

exit-success = the answer was given
exit-findings = check found something at or above the level of --fail-on, or verify something not as believed
exit-usage = the command line makes no sense
exit-input = a regulation or supplement cannot be read, or there is none
exit-database = the database cannot be opened, read or written
exit-name = a name means nothing, or more than one thing
exit-output = an output file or the standard output cannot be written
exit-missing-program = a program that the task needs is not installed (Graphviz)

## Labels

label-error = error
label-note = note
label-help = help

## Wrong command lines

usage-unknown-argument = unknown argument `{ $argument }`
usage-unknown-command = unknown command `{ $command }`
usage-no-command = no command given
usage-missing-argument = missing: { $argument }
usage-missing-value = `{ $argument }` needs a value
usage-invalid-value = `{ $value }` is no value of `{ $argument }`
usage-refused-value = `{ $value }` is no value of `{ $argument }`: { $reason }
usage-repeated = `{ $argument }` may be given only once
usage-conflict = `{ $argument }` and `{ $other }` exclude each other
usage-number-of-values = wrong number of values for `{ $argument }`
usage-not-utf8 = an argument is not UTF-8 text
usage-possible = possible: { $values }
usage-did-you-mean = did you mean `{ $name }`?
usage-see-help = kengen --help lists the commands, kengen COMMAND --help their arguments

## Files

error-stdout = cannot write the answer: { $reason }
error-output-file = cannot write `{ $path }`: { $reason }
help-output-folder = create the folder first; nothing was written
help-output-elsewhere = choose another place; what stood there before is unchanged
reason-not-found = it does not exist
reason-permission = permission denied
reason-directory = it is a folder
reason-not-a-directory = a part of the path is not a folder
reason-disk-full = the disk is full
reason-read-only = it lies on a read-only disk
reason-name = the name is too long, or not allowed

## Input

error-input-file = cannot read `{ $path }`: { $reason }
error-input-empty = `{ $path }` is empty
error-input-binary = `{ $path }` is not text (byte { $offset })
error-input-too-large = `{ $path }` is too large ({ $bytes } bytes)
error-input-not-xml = `{ $path }` is not well-formed XML: line { $line }, column { $column }: { $reason }
error-input-no-law = `{ $path }` holds no law: its outermost element is `{ $root }`
xml-no-element = there is no element
xml-end-tag = `{ $found }` ends where `{ $open }` is open
xml-cut-off = the file ends within an element
xml-long-tag = the tag is too long
xml-syntax = XML does not allow this
help-input-format = give the whole file, or say what it is with --input-format (text, markdown, xml, html)
help-input-file = give a regulation as plain text, Markdown, e-Gov law XML or an HTML page
help-input-binary = save a PDF or Word file as text first
error-settings = `{ $path }` cannot be understood: { $reason }
error-settings-not-utf8 = `{ $path }` is not UTF-8 text
error-file-twice = `{ $path }` is given twice
error-several-supplements = there are two supplements: `{ $first }` and `{ $second }`
help-several-supplements = say which one holds: --supplement FILE, or --no-supplement
error-two-sources = `{ $path }` and --db are both given: name one source only
error-data-set-of-file = --data-set belongs to a database, but a regulation file is given
error-supplement-of-data-set = --supplement and --no-supplement belong to a regulation file, but a data set of the database is read
error-input-format-of-data-set = --input-format belongs to a regulation file, but a data set of the database is read
error-no-source = no regulation file is given, and there is no database `{ $path }` here
help-no-source-file = name a file: kengen check regulation.txt
help-no-source-load = or fill the database first: kengen load regulation.txt
error-no-expectations = there are no expectations to verify
help-no-expectations = write an expect.toml beside the regulation, or name a file: --expect FILE
error-no-object = no duty is about { $words }
help-no-object = kengen matrix --everything lists what duties are about; kengen owner finds a matter by words
error-needs-file = a workbook is written to a file
help-needs-file = name it: -o findings.xlsx
error-no-form = this command has no answer in the form `{ $form }`
help-forms = ask for --format { $names }
error-no-articles = the data set was loaded by an earlier version, which did not keep what became of each sentence
error-no-coverage = the data set was loaded without a report of what was understood
error-clause-needs-file = the file of the regulation is needed to show how a clause was read
error-no-matters = the data set was loaded by an earlier version, which did not find out what duties are about
error-no-data-set = the database holds no data set
error-several-data-sets = the database holds { $count } data sets:
help-several-data-sets = choose one: --data-set { $name }
error-no-folder-name = the folder of `{ $path }` has no name that a data set could take
error-same-data-set = files of two folders would become the data set `{ $name }`
help-data-set-name = load one file at a time, with --data-set NAME

## Diagrams

files-written = written: { $path }
error-diagram-form = `{ $path }` does not say what form to write
help-diagram-form = end the file name in .dot, .svg, .png or .pdf: kengen diagram org -o chart.svg
error-diagram-no-units = the regulation establishes no unit, so there is nothing to draw
error-diagram-nothing = the regulation says nothing that this diagram could show
error-diagram-option = { $option } says nothing to a diagram of the kind { $kind }
help-diagram-absent = name one: kengen diagram scenario --absent 経営戦略部長 -o chart.svg
error-diagram-json = a diagram has no form in JSON; name an output file
error-export-form = `{ $path }` does not say what form to write
error-export-nowhere = there is neither an output file nor --format
error-export-bytes = { $form } is no form for the standard output
error-export-which-table = only one table can be written to the standard output as CSV
error-export-no-sheet = the tables nodes and edges exist as CSV only
error-export-document = the document cannot be made: { $reason }
help-export-form = end the name of the output file in .xlsx, .docx, .csv, .graphml, .ttl, .jsonld or .mmd, or give --format
help-export-no-sheet = write them as CSV: kengen export --format csv --table edges
help-export-table = choose one with --table, or name a file: kengen export -o tables.csv
error-report-json = a report has no form in JSON
help-report-json = name a file with -o; --format json then says which file was written
note-report-without-graphviz = Graphviz is not installed, so the organisation chart is an outline (apt-get install graphviz fonts-noto-cjk)
error-graphviz = Graphviz cannot paint the diagram: { $reason }
error-graphviz-missing = Graphviz is not installed (there is no program `{ $program }`)
error-graphviz-start = Graphviz cannot be started (`{ $program }`): { $reason }
help-graphviz = install Graphviz (apt-get install graphviz fonts-noto-cjk), or write .dot

## Names

error-name-ambiguous = `{ $name }` may mean { $count } things:
error-name-missing = nothing is called `{ $name }` ({ $sort })
help-name-ambiguous = add the unit ('{ $example }'), or give the id from the list
help-name-missing = kengen show NAME finds units, posts and clauses; a part of the name is enough
help-name-unit = `{ $unit }` is a unit; its head is `{ $head }`
detail-similar = Similar:
detail-more = … and { $count } more
detail-known = known: { $names }
error-one-name = give one name, not { $count }
error-one-or-two-posts = give one post or two, not { $count }
error-no-words = no word to look for
error-not-optional = `{ $post }` has to exist and cannot be left unfilled
help-not-optional = if nobody holds it, say: --absent '{ $post }=vacant'
error-acting-name = `{ $name }` is no regulation file
help-acting-name = posts are given with --absent: --absent '{ $name }'
error-why-not-posts = { $count } posts make no such question
help-why-not-posts = Give acting one post or two, and commands two
error-nobody-absent = the scenario calls nobody absent
help-nobody-absent = write an entry [[absent]] with a post, or give --absent POST
error-person-without-occupancy = the scenario calls `{ $name }` absent, and no file says who holds which post
help-person-without-occupancy = give --occupancy FILE
error-person-missing = the occupancy file has nobody called `{ $name }`
error-person-ambiguous = { $count } people are called `{ $name }`; give the number:
error-occupancy-unreadable = `{ $path }` is neither CSV nor a workbook: { $reason }
error-occupancy = `{ $path }` has { $count ->
    [one] a mistake
   *[other] { $count } mistakes
}; nothing was read
help-occupancy = the file needs a row with the names of the columns: person, post, from, to, kind
occupancy-mistake = { $cell }: { $what }
mistake-no-column = there is no column `{ $name }`
mistake-column-twice = `{ $name }` means the same as an earlier column
mistake-nothing = nothing stands here
mistake-broken = characters that cannot be read: `{ $text }`
mistake-unknown-post = no post is called `{ $name }`
mistake-unknown-post-similar = no post is called `{ $name }`; similar: { $similar }
mistake-ambiguous-post = `{ $name }` may mean { $count } posts: { $candidates }; add the unit
mistake-no-day = `{ $text }` is no day (2026-04-01, 2026/4/1, 令和8年4月1日, R8.4.1)
mistake-ends-before-start = the last day { $until } lies before the first day { $since }
mistake-unknown-kind = `{ $text }` is none of 本務 (main), 兼務 (concurrent), 事務取扱 (acting in charge)
mistake-overlap = row { $row } puts the same person into the same post at the same time
mistake-second-main-post = row { $row } gives the same person another main post (本務) at the same time
mistake-no-seat-left = the post has { $seats ->
    [one] one seat
   *[other] { $seats } seats
}, taken at the same time by row { $rows }
error-condition = `{ $condition }` is no condition of `{ $name }`
help-condition = conditions: incapacitated (事故), vacant (欠けた), away (不在)
error-unknown-code = no finding has the code `{ $code }`
error-parameter = `{ $argument }` is no parameter
error-parameter-twice = the parameter `{ $name }` is given twice
help-parameter = write NAME=VALUE; kengen query lists the parameters

## Database

store-not-found = there is no database `{ $path }`
store-folder-not-found = there is no folder `{ $path }`
store-directory = `{ $path }` is a folder, not a database
store-not-a-file = `{ $path }` is no regular file
store-not-readable = cannot read the database `{ $path }`: permission denied
store-not-writable = cannot write the database `{ $path }`
store-locked = the database `{ $path }` is locked by another process
store-zero-bytes = the database `{ $path }` is zero bytes long
store-not-ours = `{ $path }` is no database of kengen ({ $reason })
store-corrupt = the database `{ $path }` is damaged ({ $reason })
store-altered = the data set `{ $name }` was changed by another program
store-newer = the database `{ $path }` has schema version { $found }; this program reads up to { $supported }
store-unknown-data-set = there is no data set `{ $name }`
store-invalid-name = `{ $name }` cannot name a data set: { $reason }
store-unknown-query = there is no query `{ $name }`
store-missing-parameter = the query `{ $query }` needs the parameter `{ $parameter }`
store-unknown-parameter = the query `{ $query }` has no parameter `{ $parameter }`
store-unknown-id = the data set `{ $data_set }` has no { $label } with the id `{ $id }`
store-query-syntax = invalid Cypher: { $reason }
store-query-syntax-at = invalid Cypher in line { $line }, column { $column }: { $reason }
store-query-failed = the query failed: { $reason }
store-query-too-large = the query is too large: { $what } exceeds { $limit }
store-write-attempted = the query would change the database; only reading is allowed
store-full = no space is left to write the database `{ $path }`; what it held is unchanged
store-io = database `{ $path }`: { $reason }
help-store-elsewhere = choose another file with --db; nothing was changed
help-store-locked = wait until the other process has finished, and try again
help-store-anew = move the file away and load the regulations anew: kengen load regulation.txt
help-clause-needs-file = give the file: kengen explain-clause { $clause } -r regulation.txt
help-clause-missing = kengen coverage regulation.txt --format html lists all clauses
help-store-reload = load the regulation anew: kengen load regulation.txt
help-store-newer = use a newer kengen, or another file with --db; nothing was changed
help-query-too-large = anchor the pattern at one node, or bound the path more narrowly
note-written = written: { $path }
note-dropped = data set `{ $name }` removed from { $path }
