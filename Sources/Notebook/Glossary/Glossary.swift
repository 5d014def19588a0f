/// A term of the field, as the course uses it.
package struct GlossaryEntry: Equatable, Sendable {
  package let term: String
  /// One sentence.
  package let meaning: String
  /// The number of the lesson that builds it.
  package let lesson: Int

  init(_ term: String, _ meaning: String, lesson: Int) {
    self.term = term
    self.meaning = meaning
    self.lesson = lesson
  }
}

/// Every term of the field that the lessons use, in alphabetical order.
package enum Glossary {
  package static let entries: [GlossaryEntry] = [
    GlossaryEntry(
      "attention", "Each query's scores with all keys, softmax, and the mixture of the values.",
      lesson: 6),
    GlossaryEntry(
      "attention pooling", "One query makes one output of all tokens, a verdict for instance.",
      lesson: 6),
    GlossaryEntry(
      "autoregressive", "Writing one token after the other, each from those before it.", lesson: 9),
    GlossaryEntry(
      "bandwidth", "The width of a kernel: how far likeness reaches.", lesson: 2),
    GlossaryEntry(
      "batch", "Several texts that are computed together, as one block of numbers.", lesson: 10),
    GlossaryEntry(
      "BERT", "An encoder that learned by guessing masked words from both sides.", lesson: 10),
    GlossaryEntry(
      "bidirectional", "Reading what comes before a token and what comes after it.", lesson: 10),
    GlossaryEntry(
      "causal mask", "Lets each token look at itself and at what came before, never ahead.",
      lesson: 9),
    GlossaryEntry(
      "context vector", "A row of attention's output: what its query brings home from all tokens.",
      lesson: 6),
    GlossaryEntry(
      "cosine", "Of the angle between two vectors: their dot product over both norms.",
      lesson: 3),
    GlossaryEntry(
      "decoder", "A model whose tokens look back only, so that it can write on.", lesson: 9),
    GlossaryEntry(
      "dot product", "Two vectors multiplied number by number and added up.", lesson: 3),
    GlossaryEntry("embedding", "The vector that stands for a token.", lesson: 3),
    GlossaryEntry("encoder", "A model whose tokens read in both directions.", lesson: 10),
    GlossaryEntry(
      "entropy", "-Σ p log p: 0 where one weight has all, highest where all are alike.", lesson: 4),
    GlossaryEntry(
      "GPT", "A decoder that learned by guessing every next token of a text.", lesson: 9),
    GlossaryEntry(
      "gradient", "The slope: how much a result moves for each unit that a number is raised.",
      lesson: 5),
    GlossaryEntry(
      "head", "One attention of several side by side, with projections of its own.", lesson: 11),
    GlossaryEntry(
      "interleaved", "The layout that puts sine and cosine of each wave side by side.", lesson: 12),
    GlossaryEntry(
      "inverse task", "The output is given, and what would give it is sought.", lesson: 7),
    GlossaryEntry("kernel", "A rule that turns distance into likeness.", lesson: 2),
    GlossaryEntry(
      "kernel regression", "A weighted average of known values, with weights from a kernel.",
      lesson: 2),
    GlossaryEntry(
      "key", "What an entry or a token is found by: queries are compared with it.", lesson: 2),
    GlossaryEntry(
      "learned position table", "A row of numbers for each place in a text, set by training.",
      lesson: 12),
    GlossaryEntry("logits", "A model's scores for the next word, before softmax.", lesson: 4),
    GlossaryEntry(
      "long-range dependency", "A word that rests on another far off.", lesson: 8),
    GlossaryEntry(
      "mask", "Says which keys a query may look at; closed ones get a score of -inf.", lesson: 9),
    GlossaryEntry(
      "multi-head attention", "Several heads on the same tokens, their outputs mixed by W_O.",
      lesson: 11),
    GlossaryEntry(
      "norm", "The length of a vector, by Pythagoras.", lesson: 3),
    GlossaryEntry("padding", "Empty tokens that bring texts of a batch to one length.", lesson: 10),
    GlossaryEntry(
      "permutation equivariance", "Shuffled inputs give the same outputs, shuffled alike.",
      lesson: 12),
    GlossaryEntry(
      "positional encoding", "A vector for each place, added to the token that stands there.",
      lesson: 12),
    GlossaryEntry(
      "projection", "A product with a matrix: W_Q makes queries, W_K keys and W_V values.",
      lesson: 8),
    GlossaryEntry(
      "query", "What is asked for, compared with every key to set the weights.", lesson: 2),
    GlossaryEntry(
      "saturate", "Of softmax: one weight is near 1 and the rest near 0, so that nothing moves.",
      lesson: 5),
    GlossaryEntry(
      "score", "How well a key fits a query: any number, higher for a better fit.", lesson: 3),
    GlossaryEntry(
      "self-attention", "Attention whose queries, keys and values all come from the same tokens.",
      lesson: 8),
    GlossaryEntry(
      "sinusoidal", "Said of positional encodings made of sines and cosines of growing waves.",
      lesson: 12),
    GlossaryEntry(
      "soft lookup", "A lookup that every entry answers, the more the better its key fits.",
      lesson: 2),
    GlossaryEntry(
      "softmax", "e to the power of each score, then shares: any scores become weights.",
      lesson: 4),
    GlossaryEntry(
      "spread", "How far numbers typically lie from their mean: the root of the variance.",
      lesson: 5),
    GlossaryEntry(
      "steering", "Choosing a query or a key such that attention gives what is wanted.", lesson: 7),
    GlossaryEntry(
      "temperature", "What scores are divided by before softmax: low sharpens, high evens out.",
      lesson: 4),
    GlossaryEntry(
      "token", "A piece of text, here a word.", lesson: 3),
    GlossaryEntry(
      "transformer", "A model of many layers of attention, with small networks between them.",
      lesson: 10),
    GlossaryEntry(
      "value", "What a key leads to: the weighted average of values comes back.", lesson: 2),
    GlossaryEntry(
      "variance", "The mean squared distance of numbers from their mean.", lesson: 5),
    GlossaryEntry(
      "vector", "A list of numbers; the vectors of one kind are equally long.", lesson: 3),
    GlossaryEntry("weight", "How much a value counts, a share of 1.", lesson: 2),
    GlossaryEntry(
      "weighted average", "Each value times its weight, added up; the weights sum to 1.", lesson: 2),
  ]

  /// The entry of a term, whatever its capitals.
  package static func entry(named term: String) -> GlossaryEntry? {
    entries.first { $0.term.lowercased() == term.lowercased() }
  }

  /// The entries whose term begins with a text or has a word that does.
  package static func entries(matching text: String) -> [GlossaryEntry] {
    let wanted = text.lowercased()
    guard !wanted.isEmpty else { return [] }
    return entries.filter { entry in
      let term = entry.term.lowercased()
      return term.hasPrefix(wanted) || term.contains(" " + wanted) || term.contains("-" + wanted)
    }
  }
}

extension GlossaryEntry: CustomStringConvertible {
  /// Two lines of at most 80 columns.
  package var description: String {
    "\(term) (lesson \(lesson))\n    \(meaning)\n"
  }
}
