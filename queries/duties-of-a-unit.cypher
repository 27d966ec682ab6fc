// title: 組織の所掌事務 / Duties of a unit
// parameter unit (unit): 対象の組織 / the unit asked about
// column duty_id: 所掌事務のid / id of the duty
// column kind: 種別（substantive＝固有、residual＝他の所掌に属しないもの、ancillary＝附帯） / substantive, residual or ancillary
// column text: 所掌事務 / the duty
// column holder: 担う組織又は職 / the unit or post that has it
// column clauses: 根拠条項 / clauses
MATCH (:Unit {data_set: $data_set, id: $unit})<-[:BELONGS_TO*0..1]-(holder)<-[:BELONGS_TO]-(duty:Duty)
WHERE holder.id = $unit OR holder:Post
RETURN duty.id AS duty_id, duty.kind AS kind, duty.text AS text, holder.name AS holder, duty.clauses AS clauses
ORDER BY duty.ordinal, duty_id
