// title: 組織の所掌事務から除かれるもの / What the duties of a unit give way to
// parameter unit (unit): 対象の組織 / the unit asked about
// column duty_id: 所掌事務のid / id of the duty
// column text: 所掌事務 / the duty
// column form: 形式（exclusion＝除くもの、residual＝他の所掌に属しないもの） / exclusion or residual
// column cases: これを除く組織（一部の組織に限る場合） / units for which alone it holds, if it holds for some only
// column gives_way_to_id: 優先する組織又は事務のid / id of the unit or duty that it gives way to
// column gives_way_to: 優先する組織又は事務 / the unit or duty that it gives way to
// column basis: 根拠の種別（stated＝明文、derived＝導出） / stated or derived
// column rule: 導出の規則 / rule of a derived edge
// column clauses: 根拠条項 / clauses
// column words: 根拠の文言 / the words relied on
MATCH (:Unit {data_set: $data_set, id: $unit})<-[:BELONGS_TO*0..1]-(holder)<-[:BELONGS_TO]-(duty:Duty)
WHERE holder.id = $unit OR holder:Post
MATCH (duty)-[r:DUTY_EXCLUDED_BY]->(other)
WITH duty.id AS duty_id, duty.text AS text, r.form AS form, r.cases AS cases, other.id AS gives_way_to_id,
  coalesce(other.name, other.text) AS gives_way_to, r.basis AS basis, r.rule AS rule, r.clauses AS clauses,
  r.words AS words, duty.ordinal AS ordinal
RETURN duty_id, text, form, cases, gives_way_to_id, gives_way_to, basis, rule, clauses, words
ORDER BY ordinal, duty_id, gives_way_to_id, form
