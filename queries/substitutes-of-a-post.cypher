// title: 職の職務代理 / Substitutes of a post
// parameter post (post): 代わられる職 / the post to be replaced
// column rank: 順位（1が第1順位） / rank, 1 for the first in line
// column substitute_id: 代わる職のid / id of the substitute
// column substitute: 代わる職又は選び方 / the substitute, or the rule that chooses one
// column designator: 決まり方（post＝職の指定、criterion＝基準、designated＝あらかじめの指定） / post, criterion or designated
// column designator_words: 選び方の文言 / the words of such a rule
// column conditions: 条件（incapacitated＝事故、vacant＝欠員、away＝不在） / incapacitated, vacant, away
// column act: 行為（substitute＝代理、perform＝代行、decide＝代決、carry_out＝職務を行う） / substitute, perform, decide or carry_out
// column joint: 共に不在であるべき職 / other posts that have to be absent too
// column clauses: 根拠条項 / clauses
// column words: 根拠の文言 / the words relied on
MATCH (:Post {data_set: $data_set, id: $post})<-[r:SUBSTITUTES_WHEN_INCAPACITATED]-(substitute)
WITH r.`order` AS rank, substitute.id AS substitute_id, substitute.name AS substitute, r.designator AS designator,
  r.designator_words AS designator_words, r.conditions AS conditions, r.act AS act, r.joint AS joint,
  r.clauses AS clauses, r.words AS words, substitute.ordinal AS ordinal
RETURN rank, substitute_id, substitute, designator, designator_words, conditions, act, joint, clauses, words
ORDER BY rank, ordinal, substitute_id, act, conditions
