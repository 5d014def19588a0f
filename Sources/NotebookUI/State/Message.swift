/// What the notebook says about the last key, until the next one.
package struct Message: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case note, refusal, success }

  package let kind: Kind
  package let text: String

  package static func note(_ text: String) -> Message { Message(kind: .note, text: text) }
  package static func success(_ text: String) -> Message { Message(kind: .success, text: text) }
  package static func refusal(_ text: String) -> Message { Message(kind: .refusal, text: text) }
}
