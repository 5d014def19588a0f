/// An entry of a named array of the notebook.
package struct NamedEntry: Hashable, Sendable {
  package let name: String
  package let position: [Int]

  package init(name: String, position: [Int]) {
    self.name = name
    self.position = position
  }
}
