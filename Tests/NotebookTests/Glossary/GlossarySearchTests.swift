import Notebook
import Testing

@Suite struct GlossarySearchTests {
  @Test(
    "the terms that a text uses, in their order, each once",
    arguments: [
      ("", []),
      ("Nothing of the kind.", []),
      ("A query meets keys; the queries score.", ["query", "key", "score"]),
      ("Softmax, of dot products.", ["softmax", "dot product"]),
      ("Multi-head attention has several heads.", ["multi-head attention", "head"]),
      ("self-attention and attention pooling", ["self-attention", "attention pooling"]),
      ("A weighted average of the values' weights", ["weighted average", "value", "weight"]),
      ("a MASK, a dot_product(q, key_1), the GPT", ["GPT"]),
      ("a monkey, a keyboard, unmasked, heady", []),
      ("A dot. Many products.", []),
    ] as [(String, [String])])
  func used(text: String, terms: [String]) {
    #expect(Glossary.entries(usedIn: text).map(\.term) == terms)
  }
}
