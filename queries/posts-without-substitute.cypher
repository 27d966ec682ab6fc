// title: 職務代理の定めがない職 / Posts without a substitute
// column post_id: 職のid / id of the post
// column post: 職 / the post
// column heads: 長を務める組織 / units that it heads
// column establishment: 設置（mandatory＝必置、optional＝任意、ex_officio＝充て職、elsewhere＝他の定め） / mandatory, optional, ex_officio or elsewhere
// column clauses: 設置の根拠条項 / clauses that establish the post
MATCH (post:Post {data_set: $data_set})
WHERE NOT EXISTS { MATCH (post)<-[:SUBSTITUTES_WHEN_INCAPACITATED]-() }
OPTIONAL MATCH (post)-[:HEADS]->(unit:Unit)
WITH post, unit ORDER BY unit.ordinal, unit.id
WITH post, collect(unit.name) AS heads
WITH post.id AS post_id, post.name AS name, heads, post.establishment AS establishment, post.clauses AS clauses,
  post.ordinal AS ordinal
RETURN post_id, name AS post, heads, establishment, clauses
ORDER BY ordinal, post_id
