### The words of answers. `cited` is always a citation with the words quoted.

## Lists

list-separator = ,{" "}
list-and = {" "}and{" "}
list-or = {" "}or{" "}

## Values of the model

condition-incapacitated = incapacitated (事故)
condition-vacant = vacant (欠けた)
condition-away = away (不在)
act-substitute = acts (代理)
act-perform = performs the work (代行)
act-decide = decides routine matters (代決)
act-carry-out = carries out the duties (職務を行う)
holding-main = main post, 本務
holding-concurrent = concurrent post, 兼務
holding-acting-in-charge = acting in charge, 事務取扱
scope-specific-matters = specific matters only
scope-own-charge = own charge only
duty-substantive = substantive
duty-residual = residual
duty-ancillary = ancillary
relation-belongs-to = belongs to
relation-heads = heads
relation-commands = commands
relation-assists = assists
relation-substitutes = substitutes for
relation-excluded-by = gives way to
relation-covers = covers
relation-within = is within
relation-ancillary-to = is ancillary to
relation-refers-to = refers to
relation-ex-officio = is held ex officio by
relation-member-of = is a member of
relation-attends = attends
relation-chairs = chairs
relation-established-by = is established by
relation-holds = holds
status-established = created by this regulation
status-elsewhere = created by another instrument
status-unknown = created nowhere
establishment-mandatory = mandatory
establishment-optional = optional
establishment-ex-officio = held ex officio
label-unit = unit
label-post = post
label-duty = duty
label-matter = matter
label-clause = clause
label-person = person

## Rules of derived facts

rule-superior-by-place = the superior (上司) is the head of the unit, for a head the head of the nearest unit above
rule-bare-order = orders (命) without a source come from the head of the unit
rule-commanded-by-assisted = who assists a post is commanded by it
rule-second-superior = who directs the staff within specific matters is a second superior
rule-nesting-by-kind = in a flat list a unit belongs to the nearest one above it of a higher kind
rule-nesting-by-indentation = in an indented list a unit belongs to the nearest one above it that is indented less
rule-nesting-by-heading = a unit belongs to the one whose list of duties has it as a heading
rule-officer-of-body = an officer created by statute belongs to the body
rule-other-units-of-kind = "the other …" are all other units of that kind
rule-other-units = "the others" are all other units
rule-unit-of-heading = a unit named alone in a chapter headed by a unit's name belongs to that unit
rule-organ-spoken-of = a unit named alone in a chapter on regional organs belongs to the organ whose residual duty stands there
rule-unit-unsaid = a post whose unit is left unsaid belongs to the body
rule-placed-with-neighbours = a unit created nowhere is placed with its neighbours in the list, else beside the unit that speaks of it
rule-narrower-words = its words are those of the broader matter and more

## Common

post-optional = { $name } (optional)
post-one-of-several = { $name } (one of several suffices)
created-elsewhere = { $name } (created elsewhere)
created-nowhere = { $name } (? created nowhere)
derived = derived: { $rule }
basis-derived = { $cited } [{ $derivation }]
relation-count = { $name }: { $count }
heading-clauses = Clauses
held-by = held by { $post }  { $cited }
also-holds = (also { $post })
gives-way-to = gives way to { $target }  { $cited }
only-in-cases = only in { $units }
name-with-cases = { $name } ({ $cases })
substitute = { $name }: no. { $order }, if { $conditions }, { $act }
substitute-joint = {" "}(only if { $posts } cannot act either)
substitutes-none = the regulation names no substitute
head-none = the regulation names no head
chains-cut = (more chains: kengen chain)

## Command chain

chain-title = Command chain down to { $post }
chain-row-separator = {" "}/{" "}
chain-source = by order of { $post }
chain-source-alternatives = by order of { $posts } (the text sets no priority)
chain-second-superior = second superior: { $post } [{ $scope }]  { $cited }
chain-assistant = assistant: { $post }  { $cited }
chain-no-superior = The regulation names no superior of { $post }.
chain-cycle = The regulation commands in a circle: { $posts }.
chain-count = { $count } chains lead here, one for each choice among equal superiors.
chain-count-truncated = More than { $count } chains; the rest is left out.
connection-same = Both names mean { $first }.
connection-commands = { $first } commands { $second }.
connection-in-part = { $first } commands { $second }, but only in part.
connection-mutual = { $first } and { $second } command each other: the regulation goes in a circle.
connection-meet = Neither { $first } nor { $second } commands the other; both are under { $posts }.
connection-none = Nobody is above both { $first } and { $second }.

## Scopes of duties

scopes-unit = Unit
ledger-none = No duty leaves anything to another unit.
ledger-counts = Duties leave something to another unit { $count } times: received { $received }, in part { $partly }, nowhere { $nowhere }, without a matter { $unsaid }.
ledger-entry = left to { $unit }: { $state }  { $cited }
ledger-received = received
ledger-partly = received in part
ledger-nowhere = no duty there covers it by its words
ledger-no-matter = the duty names no matter of its own
ledger-matter = { $matter }
ledger-matter-nowhere = { $matter }: no counterpart
ledger-narrower = {" "}(of it: { $matters })
ledger-not-owned = , which gives way in its turn
ledger-undefined = , of which it cannot be said whether it owns it
overlaps-title = Matters that several units own: { $count }
overlaps-mutual = Matters whose duties give way to each other: { $count }
overlaps-vacuous = Duties that their exclusions leave empty: { $count }
overlaps-taken = { $matter } is owned by { $owner }  { $cited }

## Span

span-title = Under { $post }: { $count ->
        [one] 1 post
       *[other] { $count } posts
    }
span-level-count = level { $depth }: { $count }
span-in-part = in part
span-hidden = { $count } more on lower levels (--depth).
span-derived = * derived, not in the words of the clause; kengen chain names the rule.

## Acting

acting-premise = Premise: { $posts }
acting-absent = { $post } is { $condition }
acting-unfilled = Not filled: { $posts }
acting-deciding = Routine matters: { $outcome }
acting-ex-officio = { $post }, held by the same person: { $outcome }
acting-attachments = What goes with the post:
acting-limits = Limits of deciding for somebody absent (代決)
people-title = People on { $day }
people-absent = { $person } is absent, and so: { $posts }
people-still-held = { $person } is absent; others hold too: { $posts }
people-no-post = { $person } holds no post on { $day }
people-holder = { $person } ({ $kind })
people-holder-absent = { $person } ({ $kind }, absent)
people-nobody = nobody in the file
people-same = { $acting } is held by { $person }, who holds { $post } too and is absent there
attachment = { $what }: { $fate }
attachment-headship = head of { $names }
attachment-duty = { $count ->
    [one] 1 duty
   *[other] { $count } duties
} ({ $names })
attachment-command = command of { $names }
attachment-chair = chair of { $names }
attachment-membership = member of { $names }
attachment-attendance = attends { $names }
fate-follows = goes to whoever acts
fate-undecided = goes to whoever acts, which is undecidable
fate-silent = the text does not say whether whoever acts has the seat
fate-shared = the text names other superiors beside it, one of whom can act
fate-unattended = nobody has it
names-and-more = { $names } and { $count } more
outcome-post = { $post } { $act }
outcome-criterion = a criterion decides: 「{ $rule }」
outcome-criterion-among = a criterion decides: 「{ $rule }」 among { $posts }
outcome-undecidable = undecidable: the regulation leaves it open
outcome-undecidable-among = undecidable: the regulation { $count ->
        [one] does not say whether it is { $posts }
       *[other] leaves it open: { $posts }
    }
outcome-nobody = nobody
outcome-nobody-decides = nobody may decide them
reason-candidate = no. { $order } in line: { $post }, who { $act }
reason-candidate-chosen = no. { $order } in line: { $post }, chosen by 「{ $rule }」, who { $act }
reason-designation = no. { $order } in line: whoever 「{ $rule }」 chooses { $act }
reason-condition = the rule speaks of { $covered }; asked: { $asked }
reason-condition-by-setting = the rule speaks of { $covered }; the body's settings include { $asked }
reason-jointly-absent = { $post } cannot act either ({ $condition })
reason-not-jointly-absent = the rule needs { $post } to be absent too, and it is not
reason-available = { $post } can act
reason-absent = { $post } is absent ({ $condition })
reason-unfilled = { $post } is not filled
reason-holder-unavailable = { $post } is held by { $holder }, who is not there
reason-may-be-unfilled = { $post } need not exist: make sure that it is filled
reason-not-established = no clause creates { $post }
reason-replaced-in-turn = in place of { $post } its own substitute acts: { $outcome }
in-turn-post = found
in-turn-criterion = a criterion decides
in-turn-undecidable = undecidable
in-turn-nobody = nobody
reason-succession-unsaid = { $post } has substitutes of its own ({ $substitutes }); the text does not say that they act here
reason-circle = the substitution comes back to { $post }
reason-explained-above = { $post }: see above
reason-too-many = more substitutes of substitutes than are followed; stopped at { $post }
reason-equal-order = several stand at no. { $order } and the text sets no order
reason-equal-order-among = { $posts } stand at no. { $order } and the text sets no order among them
reason-ex-officio-unsaid = the text does not say that whoever acts for { $holder } also takes { $post }
reason-holder-present = { $holder }, who holds it, is not called absent
missing-substitute = missing: a clause on a substitute
missing-full-authority = missing: a clause on acting with full authority; there is only one by which somebody { $act }
missing-condition = missing: a clause for { $asked }; the clauses speak of { $covered }
missing-joint-absence = missing: a clause for the case that { $posts } can act
missing-next-in-line = missing: a clause on who comes after { $posts }
## Resilience and drill

assumption = Each absence: { $condition }; posts that need not exist are taken as filled.
assumption-without-optional = Each absence: { $condition }; posts that need not exist are taken as not filled.
drill-counts = { $count } absences: a post acts { $post }, a criterion { $criterion }, undecidable { $undecidable }, nobody { $nobody }
drill-nobody = ✗ nobody
drill-undecidable = undecidable: { $posts }
drill-deciding = routine matters: { $outcome }
drill-ex-officio = { $post }: { $outcome }
column-absent = absent
column-acting = who acts
column-hanging = hangs on it
hanging-duties = { $count ->
    [one] 1 duty
   *[other] { $count } duties
}
hanging-commands = commands { $count }
hanging-seats = { $count ->
    [one] 1 council seat
   *[other] { $count } council seats
}
resilience-units = Units
resilience-units-note = 1, 2, 3, more: posts that so many absences leave unattended; never: a criterion always yields somebody; at risk: duties that one absence leaves unattended, or that no head attends to.
column-post-count = posts
column-more = more
column-never = never
column-duty-count = duties
column-at-risk = at risk
resilience-points = Single points of failure: { $count }
resilience-point = { $post }: { $duties ->
    [one] 1 duty
   *[other] { $duties } duties
} unattended; { $posts ->
    [0] nobody is cut off from command
    [one] 1 post below it is cut off from command, with { $below } duties
   *[other] { $posts } posts below it are cut off from command, with { $below } duties
}
resilience-point-others = with it also { $posts }
resilience-more = … and { $count } more (--limit shows them)
resilience-posts = Posts: { $count }
resilience-depth = ; { $depth ->
    [0] no substitute
    [one] 1 substitute
   *[other] { $depth } substitutes
}{ $optional ->
    [0] {""}
   *[other] {" "}({ $optional } of them need not exist)
}; { $duties ->
    [one] 1 duty
   *[other] { $duties } duties
}
smallest-size = { $count ->
    [one] its absence alone leaves it unattended
   *[other] { $count } absences leave it unattended
}
smallest-more = more than { $count } absences are needed
smallest-never = no absence leaves it unattended, by a criterion
resilience-without-head = Duties of units without a head: { $count }

## Owner

owner-title = Duties that match “{ $words }”: { $count }
owner-none = No duty matches “{ $words }”.
owner-more = { $count } more (--limit).
owner-only-in-exclusions = Only named in what these duties exclude:

## Fields

field-kind = kind
field-owner = unit
field-head = head
field-chain = chain
field-substitutes = substitutes
field-gives-way = gives way
field-clause = clause
field-path = path
field-status = status
field-aliases = also called
field-directly-under = under
field-parent = belongs to
field-establishment = status
field-one-of = one of
field-seats = seats
field-unit = unit
field-text = text
field-caption = caption
field-line = line

## Show

show-title = { $name } ({ $label })
superior-alternative = one of several equal: { $line }
council-chairs = chair
council-member = member
council-attends = attends
section-head = Head
section-children = Units below
section-posts = Posts
section-council = Members and attendees
section-duties = Duties
section-gives-way = Gives way to
section-goes-before = What gives way to it
section-roles = Role
section-heads = Heads
section-superiors = Commanded by
section-subordinates = Commands
section-assists = Assists
section-assisted-by = Assisted by
section-substitutes = Substitutes
section-substitutes-for = Substitute of
section-held-by = Held by
section-also-holds = Also holds
section-councils = Councils
section-persons = Persons
section-ancillary-to = Goes with
section-ancillary-duties = Ancillary duties
section-matters = Matters
section-rests-nodes = Created or named here
section-rests-edges = Relations resting on it
section-refers-to = Refers to
section-referred-to-by = Referred to by
section-covered-by = Covered by
section-broader = Broader matters
section-narrower = Narrower matters
section-holds = Posts held

## Coverage and summary

coverage-title = Sentences: { $count }
coverage-compiled = compiled
coverage-no-content = no content
coverage-open = not understood
coverage-all-understood = Every sentence is accounted for; none is left that was not understood.
coverage-not-understood = Not understood: { $count }
coverage-place = line { $line }, { $clause }: { $text }
coverage-notices = Not certain, no relation drawn: { $count }
coverage-enforcement = In force from
coverage-enforced = line { $line }, { $supplement }: { $day }
coverage-repaired = Noise of the text that was repaired
coverage-noise = { $kind }: { $count } (line { $lines })
coverage-group = { $construct }: { $count }
construct-establishment = establishment (置く, 設ける)
construct-number-of-posts = number of posts (定数, …人とする)
construct-role-of-post = role of a post (つかさどる, 助ける, 整理する)
construct-duty-list = list of duties (次に掲げる事務, …に関すること)
construct-duty-in-words = duties in words (…に関する事務をつかさどる)
construct-exception = exception (ただし, にかかわらず, にあっては, 除く)
construct-substitution = substitution (事故, 欠けた, 不在, 代決)
construct-delegation = delegation (専決, 委任)
construct-command = command (命を受け, 指揮監督する)
construct-council = council (調査審議, 招集, 議長)
construct-ex-officio = ex officio (をもって充てる, 兼ねる)
construct-appointment = appointment (任命, 指名, 任期)
construct-definition = definition (をいう, という)
construct-location = place and area (位置, 管轄区域)
construct-reading-across = reading across (準用, 読替え)
construct-power = power (することができる)
construct-obligation = obligation (しなければならない, ものとする)
construct-table-row = row of a table
construct-listed-words = words without a verb (names, things)
construct-fragment = fragment that begins in the middle
construct-other = other
no-content-purpose = purpose
no-content-definition = definition
no-content-commencement = commencement
no-content-transition = transition
no-content-left-to-others = left to other instruments
no-content-open-establishment = open establishment
no-content-deleted = deleted
no-content-table-header = table header
no-content-location = place and area of a unit
no-content-terms-of-office = terms of office
notice-unknown-unit = unit created nowhere
notice-ambiguous-unit = several units of that name
notice-unknown-post = post created nowhere
notice-ambiguous-post = several posts of that title
notice-no-superior = superior (上司) where no unit around has a head
notice-count-mismatch = the number given and the list differ
notice-nesting-conflict = list and headings place a unit differently
notice-second-head = second head of a unit
notice-left-to-post = left to a post, not to a unit
notice-staff-category = category of staff, not a post
notice-unclear-object = name that tells neither a unit nor a post
notice-lost-indentation = list without indentation, nesting inferred
noise-broken-line = sentence broken across lines
noise-lost-bullet = bullet lost
noise-spaced-letters = letters spaced
noise-mixed-brackets = half- and full-width brackets mixed
noise-doubled-ending = ending doubled
noise-number-alone = number on a line of its own
noise-glued-list = list glued to its sentence
noise-unmatched-bracket = bracket without partner
noise-malformed-markup = markup not well formed
noise-hidden-words = hidden words left out
noise-number-gap = number skipped or repeated
summary-amended = last amended { $date }
summary-nodes = Nodes
summary-edges = Relations
summary-edge-derived = { $count } ({ $derived } derived)
summary-count = { $total } ({ $parts })
summary-councils = councils { $count }
summary-see-coverage = kengen coverage shows the details.

## Tables

table-count = { $count ->
        [one] 1 row
       *[other] { $count } rows
    }
queries-title = The query library. Every query also takes the data set (--data-set).
queries-usage = Run one with: kengen query NAME PARAMETER=VALUE. Names of posts and units are looked up; a query with one parameter takes its value alone.
data-sets-none = The database holds no data set.
column-data-set = data set
column-regulation = regulation
column-last-amendment = last amendment
column-nodes = nodes
column-edges = relations
loaded = { $name }: { $title }, { $nodes } nodes, { $edges } relations → { $path }

## Findings

severity-error = action needed
severity-warning = to be checked
severity-note = note
findings-errors = action needed: { $count }
findings-warnings = to be checked: { $count }
findings-notes = notes: { $count }
findings-rule = { $severity }: { $title } [{ $code }] ({ $count })
findings-none = Nothing to report at this level.
finding-names-more = { $names } and { $count } more
findings-more = … and { $count } more: --all shows them
findings-accepted = accepted: { $count }
finding-accepted-by = { $reason } ({ $approver }, until { $expires })
findings-explain = kengen explain CODE says what a finding means.
rule-line = { $title } ({ $severity })
finding-unknown-name = { $subject }: no clause creates it.
finding-unit-without-head = { $subject }: no clause names a head.
finding-head-without-substitute = { $subject }: no clause lets anybody act{ $has_decision ->
        [true] {" "}(somebody may decide routine matters only)
       *[false] {""}
    }{ $text_has_substitution ->
        [true] .
       *[false] ; the whole regulation has no rule on substitution.
    }
finding-only-optional-substitutes = { $subject }: all substitutes ({ $others }) are posts that need not exist.
finding-post-without-superior = { $subject }: no clause names a superior{ $text_has_command ->
        [true] { $unnamed ->
            [true] {" "}of this staff without a title.
           *[false] .
        }
       *[false] ; the whole regulation has no rule on command.
    }
finding-unit-without-duties = { $subject }: no clause gives it a duty{ $duties_below ->
        [0] .
       *[other] ; the units below it have { $duties_below }.
    }
finding-vacuous-duty = { $subject }: nothing is left of it; { $others } own all that its words cover.
finding-head-only-by-alternative = { $subject }: { $others } heads it, but need not be appointed.
finding-role-of-another-kind = { $subject }: the role speaks of { $role }, which is not there.
finding-staff-out-of-reach = { $subject }: has duties, but the posts for staff ({ $titles }) are placed only in { $kinds }.
finding-identical-roles = { $title } and { $other }: the same role word for word (in { $count } units).
finding-open-ended-establishment = { $clause }: leaves open what is created (「{ $words }」).
finding-council-without-chair = { $subject }: no clause names a chair{ $elsewhere ->
        [true] {" "}(further rules are left to another instrument).
       *[false] .
    }
finding-council-without-convener = { $subject }: no clause says who convenes it.
finding-council-without-quorum = { $subject }: no clause sets a quorum or says how it decides.
finding-sources-without-priority = { $subject }: acts by order of { $others }, and no clause sets an order among them.
finding-optional-superior = { $subject }: by order of { $others }, which need not exist{ $only ->
        [true] ; there is no other superior.
       *[false] .
    }
finding-two-commanders = { $subject }: commands the same staff as { $others }{ $partly ->
        [true] , one of them in certain matters only, which no clause lists.
       *[false] , and no clause says whose order counts.
    }
finding-command-cycle = { $subject } and { $others } command each other in a circle.
finding-substitution-cycle = { $subject } and { $others } substitute each other and nobody else substitutes them.
finding-staff-without-unit = { $subject }: directs staff (所属職員), but heads no unit, and no clause says who its staff is.
finding-superior-without-anyone = { $clause }: 「{ $words }」, but nobody stands above.
finding-vacancy-not-covered = { $subject }: substituted only when { $covered ->
        [away] away
       *[incapacitated] incapacitated
    }, not when the post is vacant.
finding-equal-candidates = { $subject }: { $others } substitute it in no order{ $seats ->
        [1] .
       *[other] ; there are { $seats } of them.
    }
finding-chain-left-open = { $subject }: { $others } acts; no clause says who acts if both are absent.
finding-substitute-controls-principal = { $others } acts for { $subject } and belongs to the unit that controls it (「{ $duty }」).
finding-unused-definition = 「{ $term }」 is defined and not used again.
finding-definition-spelled-out = 「{ $long }」 is written out although 「{ $term }」 is defined for it ({ $count } clauses).
finding-near-duplicate-term = 「{ $found }」 is one character off the defined term 「{ $suggestion }」.
finding-name-used-without-path = { $clause }: 「{ $words }」 may mean several.
finding-external-reference = { $subject }: created by another instrument.
finding-mutual-exclusion = { $subject } and { $others } each leave { $matter } to the other.
finding-overlapping-duties = { $subject } and { $others } both have { $matter }.
finding-post-and-unit-share-matter = { $subject } has { $matter }, and so does { $others }.
finding-missing-parallel-exclusion = { $subject } lacks an exclusion that parallel duties have: { $others }.
finding-incomplete-residual = { $subject } takes what the units of its list do not have; missing in the list: { $others }.
finding-residuals-differ = { $subject } stands back from fewer units than a duty beside it: { $others }.
finding-life-cycle-gap = { $object }: { $subject } { $case ->
        [not-operated] builds it, and no duty operates it
       *[not-built] operates it, and no duty builds it
    }{ $suggestion ->
        [none] .
       *[other] ; { $suggestion } has a similar name.
    }
finding-unmatched-exclusion = { $subject }: no duty of { $others } has a word in common with what is left to it.
finding-partly-matched-exclusion = { $subject }: of what is left to { $others }, it does not have { $matters }.
finding-group-without-residual = { $subject }: none of its units has what belongs to no other, as in { $others }.
finding-dangling-reference = { $subject } refers to 「{ $words }」, which the regulation does not have.
finding-reference-too-narrow = { $subject }: 「{ $words }」 { $case ->
        [ancillary] goes with { $others } only, though other items stand before it.
       *[thing] covers no clause that has { $thing }; { $others } has it and is left out.
    }
finding-caption-differs = { $subject }: { $case ->
        [joint] the caption （{ $caption }） and the words 「{ $words }」 join differently.
       *[unit] the caption （{ $caption }） names another unit than the article, which gives duties to { $others }.
    }
finding-number-gap = { $subject }: its number does not follow the one before.
finding-enforcement-out-of-order = { $subject }: { $case ->
        [before-made] in force before the day on which it was made.
        [made-earlier] made before the one in front of it.
       *[overtaken] made later than the one in front of it and in force earlier.
    }
finding-second-head = { $subject }: 「{ $words }」 makes a second head of a unit.
finding-count-mismatch = { $subject }: the number in 「{ $words }」 and the list below it differ.
finding-nesting-conflict = { $subject }: the list of units and the headings of the duties place 「{ $words }」 differently.
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
    } ({ $subject } and others)
finding-unmatched-acceptance = [{ $accepted_code }] { $accepted_subject }: accepted by { $approver } until { $expires }, but nothing of that sort is found.
finding-expired-acceptance = [{ $accepted_code }] { $accepted_subject }: accepted by { $approver } until { $expires }; that day is over.

## Matrix

matrix-none = No duty and no definition names a system.
matrix-legend = Number of owning units by phase; - where the regulation names none.
matrix-names = also: { $names }
matrix-defined = defined in { $cited }
matrix-nobody = nobody
matrix-owner = { $unit } { $activity } { $cited }
matrix-undefined = { $owner } (undefined: each gives way to the other)
phase-plan = plan
phase-develop = develop
phase-maintain = maintain
phase-operate = operate
phase-whole = whole
phase-other = other

## Verify

verify-counts = as believed: { $passed }, not as believed: { $failed }
verify-line = { $claim } (line { $line })
verify-not = not: { $claim }
verify-because = believed because: { $because }
verify-instead = the regulation names { $names } instead
verify-nobody = no clause says so
verify-step = { $about }: { $cited }
verify-unknown = `{ $name }` means nothing in this regulation
verify-unknown-similar = `{ $name }` means nothing in this regulation; did you mean { $names }?
verify-ambiguous = `{ $name }` means several things: { $names }
verify-untouched = Clauses on authority that no expectation touches: { $count } of { $total }
verify-more = … and { $count } more: --all shows them
claim-commands = { $superior } commands { $subordinate }
claim-commands-directly = { $superior } commands { $subordinate } directly
claim-owns = { $owner } owns { $matter }
claim-owns-only = { $owner } alone owns { $matter }
claim-substitutes = { $by } substitutes { $post }
claim-substitutes-only = nobody but { $by } substitutes { $post }
claim-when = { $claim } ({ $condition })
claim-heads = { $post } heads { $unit }
claim-belongs = { $member } belongs to { $unit }
claim-acting = { $by } acts for { $post }
claim-acting-criterion = a criterion decides who acts for { $post }
claim-acting-undecidable = the regulation leaves open who acts for { $post }
claim-acting-nobody = nobody acts for { $post }
claim-absent = { $absent } ({ $condition }): { $claim }
claim-unfilled = { $unfilled } not filled, { $claim }

## The coverage page

page-untitled = Regulation without a title
page-coverage = Coverage report
page-title = { $title }: { $name }
page-findings = Findings
page-about-rule = What this means
page-skip = Skip to the text
page-contents = Contents of this page
page-summary = Summary
page-open = Not understood
page-text = Text and what became of it
page-uncertain = not certain
page-no-content-kinds = No content: { $kinds }
page-outside-articles = Outside articles
page-caption = {" "}({ $caption })
page-line = line { $line }
page-place = { $clause } (line { $line })
page-likely = probably { $construct }
page-facts = { $count } facts ({ $counts })
page-notice = { $kind } 「{ $words }」
page-filter = Sentences shown
page-filter-all = all
page-search = Search sentences and facts
page-search-found = sentences shown: { $count }
fact-node = { $sort }: { $name }
fact-note = ({ $note })
fact-substitution = no. { $order }, if { $conditions }, { $act }
fact-belongs-to = { $from } belongs to { $to }
fact-heads = { $from } heads { $to }
fact-commands = { $from } commands { $to }
fact-assists = { $from } assists { $to }
fact-substitutes = { $from } substitutes for { $to }
fact-excluded-by = { $from } gives way to { $to }
fact-covers = { $from } covers { $to }
fact-within = { $from } is within { $to }
fact-ancillary-to = { $from } is ancillary to { $to }
fact-refers-to = { $from } refers to { $to }
fact-ex-officio = { $from } is held ex officio by { $to }
fact-member-of = { $from } is a member of { $to }
fact-attends = { $from } attends { $to }
fact-chairs = { $from } chairs { $to }
fact-established-by = { $from } is established by { $to }
fact-holds = { $from } holds { $to }

## Tables

drawn-from-text = Drawn from the regulation, not from actual staffing
table-duties = Duties
table-units = Units
table-posts = Posts
table-substitution = Order of substitution
table-exclusions = Exclusion ledger
table-findings = Findings
table-drill = Absence drill
column-drill-absent = Absent (incapacitated)
table-accepted = { $reason } ({ $approver }, until { $expires })
column-number = No.
column-owner = Owner
column-item = Item
column-duty = Duty
column-sort = Sort
column-leaves-to = Gives way to
column-clause = Clause
column-unit = Unit
column-above = Unit above
column-kind = Kind
column-established = Established
column-head = Head
column-posts = Posts
column-duties = Duties
column-post = Post
column-title = Title
column-seats = Seats
column-superiors = Direct superiors
column-roles = Role
column-replaced = Replaced
column-order = Order
column-substitute = Substitute
column-condition = Condition
column-act = Act
column-words = Words of the clause
column-leaving = Unit that gives way
column-receiving = Gives way to
column-counterparts = Duties that receive it
column-result = Result
column-severity = Severity
column-rule = Rule
column-finding = Finding
column-accepted = Accepted
table-command = Command
short-command = command
short-substitution = substitution
short-exclusions = exclusion
short-findings = finding
column-subordinate = Subordinate
column-superior = Superior
column-scope = Scope
column-basis = Stated or derived
scope-one-of = one of several (no priority)
basis-stated = stated by the regulation

## The report page

report-of = { $title } – report
report-skip = to the summary
report-search = Search units, posts, duties, clauses
report-search-found = { $count } found
report-theme = Light/dark
report-print = Print
report-text = Text
report-close = Close
report-enlarge = Enlarge
report-chart = Organisation chart { $number }/{ $total }
report-outline = The same as an outline
report-organisation = Units and posts
report-command = Command
report-duties = Duties
report-by-unit = Duties unit by unit
report-about = Signs and origin
report-none = { $title }: nothing.
report-back = { $kind } { $count }
report-accepted = Accepted findings: { $count }
report-duty-count = { $count } duties
report-without-substitute = heads without substitute
report-unmatched = exclusions that nobody receives
report-matrix = Who has what an exclusion leaves
report-matrix-key = out = leaves it by exclusion, ● = has it, △ = has some of it, none = no duty there that names it, – = the duty names no matter
report-matrix-too-wide = { $count } units take part, too many for a matrix; the exclusion ledger says the same.
report-about-clauses = Every statement has its clause. Choose a clause to see it in the text; the words below a clause lead back to what was read from it.
report-about-derived = "Derived" means concluded by the rule that is named, not said by the words. Who receives an exclusion is looked for by equal words only, which is no interpretation of the law.
report-about-keys = Keys: / search, j and k next and previous finding, d light or dark, Esc close
matrix-leaves = out
matrix-receives = ●
matrix-partly = △
matrix-nowhere = none
matrix-unsaid = –

conflicts-counts = { $rules } rules; { $count } places where two sides come together
conflicts-as-of = Holders of posts on { $day }
conflicts-rule = { $title } ({ $code })
conflicts-source = Source: { $source }
conflicts-nothing-of-side = No duty of the regulation reads as "{ $side }".
conflicts-apart = The two sides are apart.
conflicts-person = { $person } holds posts of both sides: { $first } and { $second }
conflicts-same-owner = { $owner } has both.
conflicts-same-head = { $post } heads the units of both.
conflicts-acting = When { $absent } is incapacitated, { $acting } does both.
conflicts-commands = { $superior } commands { $subordinate }.
conflicts-side = { $side }:
conflicts-duty = { $duty }  { $cited }
conflicts-more = { $count } more (--all)
conflicts-clauses = Clauses: { $clauses }

## Diagrams

diagram-findings-here = on the chart: { $counts }
diagram-findings-elsewhere = not of a unit on it: { $counts }
diagram-findings-colour = unit with: { $severity }
diagram-deciding = decides only: { $outcome }
outcome-why = { $outcome } ({ $why })
diagram-relation-to = { $relation } →
diagram-relation-from = ← { $relation }

## why-not

why-not-acting = Why { $expected } does not act for { $post }
why-not-acting-holds = { $expected } acts for { $post }
why-not-nobody-named = No clause names a substitute for this post.
why-not-others-named = The text names { $posts }.
why-not-not-reached = The text names it at place { $order } ({ $covered }); that place is not reached.
why-not-not-reached-joint = The text names it at place { $order } ({ $covered }), if { $joint } cannot act either.
why-not-other-acts = { $posts } acts.
why-not-instead = { $post } on these assumptions: { $outcome }
why-not-commands = Why { $superior } does not command { $subordinate }
why-not-commands-holds = { $superior } commands { $subordinate }
why-not-commands-needed = A clause would be needed: "{ $subordinate }は、{ $superior }の命を受け、…" or "{ $superior }は、…{ $subordinate }を指揮監督する".
command-line-chain = { $chain }
command-line-reverse = It is the other way round: { $chain }
command-line-in-part = { $superior } commands { $subordinate } in some matters only.
command-line-commanded-by = { $subordinate } is under { $superiors }.
command-line-no-superior = No clause says under whose command { $subordinate } is.
command-line-commands-others = { $superior } directly commands { $posts }; no chain leads on from there.
command-line-commands-nobody = No clause lets { $superior } command anybody.
command-line-outside-unit = { $superior } heads { $unit }; { $subordinate } belongs to { $other }.
command-line-common-superior = Both are under { $post }.
command-line-no-common-superior = Nobody is above both.

## Statements that make no relation
statement-delegated-decision = delegated decision
statement-withheld-decision = no delegated decision
statement-reserved-decision = reserved decision
statement-substitute-decision-limit = limit of deciding for others
statement-delegation = delegation
statement-application = applied rules
statement-read-as-rule = rules read with other words
statement-for-the-time-being = for the time being
statement-concurrent-post = concurrent post
statement-filled-from = filled from
statement-read-as = “{ $words }” → “{ $read }”
table-statements = Decisions and delegations
column-statement = Statement
column-statement-holder = Who, or what the rules are applied to
column-statement-giver = Whose authority
column-statement-matter = Matter or rule
column-statement-limit = Limit or condition
statement-part = “{ $words }”
statement-line = { $kind }: { $parts }
section-statements = Also said of it
section-readings = To be read elsewhere as

## What was read of a clause

reading-read = read
reading-partly = read in part
reading-not-understood = not understood
reading-no-content = not about authority
reading-state = { $state } ({ $reason })
reading-reason-no-predicate = it has no predicate
reading-reason-unknown-predicate = its predicate is not known
reading-reason-missing-role = a phrase that it needs is missing ({ $role })
reading-reason-no-filler = what it announces (a list, a table) does not follow
reading-reason-broken-bracket = a bracket is not closed
reading-reason-undecidable = two readings fit
reading-reason-garbled = its words make no sense
reading-kind-purpose = purpose
reading-kind-definition = definition
reading-kind-commencement = commencement
reading-kind-transition = transition
reading-kind-amendment = amendment of another rule
reading-kind-deleted = deleted
reading-kind-left-to-others = left to another instrument
reading-kind-location = location
reading-kind-terms-of-office = terms of office
reading-kind-appointment = appointment
reading-kind-after-report = report after the fact
reading-kind-limits-of-deciding = limits of deciding for another
reading-kind-documents = documents and seals
reading-kind-procedure = procedure of meetings
reading-kind-service = service and pay
reading-kind-conduct = conduct
reading-kind-publication = publication and money
reading-kind-table-header = header of a table
sense-put = establishes
sense-fill = fills a post
sense-own = is in charge
sense-lead = leads
sense-direct = directs
sense-under = is under orders
sense-arrange = coordinates
sense-take-part = takes part
sense-assist = assists
sense-act = acts for another
sense-decide = decides
sense-delegate = delegates
sense-compose = composes a council
sense-belong = belongs
sense-equate = equates
sense-refer = refers
sense-plain = other verb
role-agent = agent
role-theme = theme
role-place = place
role-matter = matter
role-object = object
role-holder = holder
role-principal = principal
role-source = source
role-authority = authority
role-basis = basis
role-order = order
role-limit = limit
role-member = member
origin-own = its own words
origin-chain = the statement before it
origin-table = the header of the table
origin-heading = the heading line
origin-item = the item around it
origin-chapeau = the sentence above the list
origin-previous = an earlier sentence
origin-caption = the caption of the article
origin-part = the heading of the chapter
origin-title = the title of the regulation
origin-in-sentence = { $origin }, sentence { $number }
use-rest = unread
use-sense = predicate
use-ending = ending
use-marker = marker
use-conjunction = conjunction
use-adverb = adverb
use-phrase = phrase
use-operator = operator
use-address = reference
use-condition = condition
use-quote = quotation
use-punctuation = punctuation
token-word = word
token-predicate = predicate
token-marker = marker
token-of = of
token-link = link
token-within = within
token-conjunction = conjunction
token-adverb = adverb
token-auxiliary = auxiliary
token-back = back
token-together = together
token-comma = comma
token-stop = stop
token-space = space
token-bracket = bracket
token-quote = quotation
explain-clause-no-sentence = This clause has no sentence of its own.
explain-clause-below = Directly below: { $count } items, rows or headings, each a clause of its own.
explain-clause-lead = sentence of a paragraph
explain-clause-item = item
explain-clause-entry = line
explain-clause-row = row of a table
explain-clause-sentence = Sentence { $number }, { $clause } (line { $line }, { $sort })
explain-clause-caption = caption
explain-clause-heading = heading
explain-clause-above = above
explain-clause-state = state
explain-clause-why = because
explain-clause-about = about
explain-clause-tokens = tokens
explain-clause-token = { $words }[{ $sort }]
explain-clause-frame = Statement { $position }: { $sense } 「{ $verb }」
explain-clause-frame-of = Statement { $position }: { $sense } 「{ $verb }」 (predicate of sentence { $number })
explain-clause-frame-unsaid = Statement { $position }: { $sense } (its predicate is not written)
explain-clause-argument = 「{ $words }」 ({ $origin })
explain-clause-condition = if
explain-clause-condition-is = 「{ $words }」 { $notation }
explain-clause-missing = { $role } is missing
explain-clause-notation = notation
explain-clause-no-frame = No statement was recognised.
explain-clause-account = used as
explain-clause-unread = unread 「{ $words }」
coverage-reading = Reading of the words (shares are of the { $count } sentences about authority)
coverage-reading-numbers = { $sentences } { $share } % { $letters } characters { $lettershare } %
coverage-reading-plain = { $sentences }         { $letters } characters
coverage-reading-unread = unread characters
coverage-reading-unread-number = {"               "}{ $letters } characters { $lettershare } %
coverage-reading-reason = { $reason } { $count }
page-reading = Reading of the words: { $read } sentences read, { $partly } in part, { $open } not understood, { $none } not about authority
page-unread-legend = Dotted underline
page-unread-meaning = : words that nothing used
