// title: 組織の長 / Heads of units
// column unit_id: 組織のid / id of the unit
// column unit: 組織 / the unit
// column head_id: 長のid（空欄は定めなし） / id of the head, empty if the text names none
// column head: 長 / the head
// column clauses: 根拠条項 / clauses
// column words: 根拠の文言 / the words relied on
MATCH (unit:Unit {data_set: $data_set})
OPTIONAL MATCH (unit)<-[r:HEADS]-(head:Post)
WITH unit.id AS unit_id, unit.name AS name, head.id AS head_id, head.name AS head, r.clauses AS clauses,
  r.words AS words, unit.ordinal AS ordinal
RETURN unit_id, name AS unit, head_id, head, clauses, words
ORDER BY ordinal, unit_id, head_id
