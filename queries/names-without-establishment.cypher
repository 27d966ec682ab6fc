// title: 設置の定めがない名称 / Names without establishment
// column label: 種別（Unit＝組織、Post＝職） / Unit or Post
// column id: id / its id
// column name: 名称 / the name
// column clauses: 名称が現れる条項 / clauses that name it
// column words: 名称が現れる文言 / the words that name it
OPTIONAL MATCH (unit:Unit {data_set: $data_set}) WHERE unit.status = 'unknown'
WITH collect(unit) AS units
OPTIONAL MATCH (post:Post {data_set: $data_set}) WHERE post.status = 'unknown'
WITH units, collect(post) AS posts
WITH units + posts AS named
UNWIND named AS node
WITH labels(node)[0] AS label, node.id AS id, node.name AS name, node.clauses AS clauses, node.words AS words
RETURN label, id, name, clauses, words
ORDER BY label DESC, id
