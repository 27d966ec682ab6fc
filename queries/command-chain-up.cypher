// title: 指揮命令系統（上へ） / Command chain, upwards
// parameter post (post): 対象の職 / the post asked about
// column level: 段数（1は直属の上司） / steps up, 1 for a direct superior
// column superior_id: 上司のid / id of the superior
// column superior: 上司 / the superior
// column subordinate_id: 命を受ける職のid / id of the post under it
// column subordinate: 命を受ける職 / the post under it
// column basis: 根拠の種別（stated＝明文、derived＝導出） / stated or derived
// column rule: 導出の規則 / rule of a derived edge
// column scope: 指揮の範囲 / how far the command reaches
// column alternatives: 「A、B又はCの命」の組 / group of equal sources
// column clauses: 根拠条項 / clauses
// column words: 根拠の文言 / the words relied on
MATCH path = (:Post {data_set: $data_set, id: $post})<-[:COMMANDS*0..63]-(subordinate:Post)
WITH subordinate, min(length(path)) AS below
MATCH (subordinate)<-[r:COMMANDS]-(superior:Post)
WITH below + 1 AS level, superior.id AS superior_id, superior.name AS superior, subordinate.id AS subordinate_id,
  subordinate.name AS subordinate, r.basis AS basis, r.rule AS rule, r.scope AS scope,
  r.alternatives AS alternatives, r.clauses AS clauses, r.words AS words, superior.ordinal AS ordinal
RETURN level, superior_id, superior, subordinate_id, subordinate, basis, rule, scope, alternatives, clauses, words
ORDER BY level, ordinal, superior_id, subordinate_id, scope, alternatives
