// title: 職の指揮下にある全ての職 / Everyone under a post
// parameter post (post): 対象の職 / the post asked about
// column level: 段数（1は直属の部下） / steps down, 1 for a direct subordinate
// column subordinate_id: 部下のid / id of the subordinate
// column subordinate: 部下 / the subordinate
// column superior_id: その上司のid / id of its superior
// column superior: その上司 / its superior
// column basis: 根拠の種別（stated＝明文、derived＝導出） / stated or derived
// column rule: 導出の規則 / rule of a derived edge
// column scope: 指揮の範囲 / how far the command reaches
// column clauses: 根拠条項 / clauses
// column words: 根拠の文言 / the words relied on
MATCH path = (:Post {data_set: $data_set, id: $post})-[:COMMANDS*0..63]->(superior:Post)
WITH superior, min(length(path)) AS above
MATCH (superior)-[r:COMMANDS]->(subordinate:Post)
WITH above + 1 AS level, subordinate.id AS subordinate_id, subordinate.name AS subordinate, superior.id AS superior_id,
  superior.name AS superior, r.basis AS basis, r.rule AS rule, r.scope AS scope, r.alternatives AS alternatives,
  r.clauses AS clauses, r.words AS words, subordinate.ordinal AS ordinal
RETURN level, subordinate_id, subordinate, superior_id, superior, basis, rule, scope, clauses, words
ORDER BY level, ordinal, subordinate_id, superior_id, scope, alternatives
