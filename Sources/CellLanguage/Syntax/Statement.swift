/// A statement of the cell language, with the range of text it was read from.
package indirect enum StatementKind: Hashable, Sendable {
  case assign(Target, Expression)
  /// `x += 1`, inside a function only.
  case augmentedAssign(Target, BinaryOperator, Expression)
  /// `name = ...`: the reader's to fill.
  case hole(String)
  case expression(Expression)
  case define(Function)
  case assert(Expression, message: Expression?)
  /// `import numpy as np`, `from numpy import …`: accepted and ignored.
  case importNumPy
  // Inside a function only:
  case forLoop(Target, Expression, [Statement])
  case conditional([Branch], otherwise: [Statement])
  case returnValue(Expression?)
  case pass
}

/// One `if` or `elif` with its body.
package struct Branch: Hashable, Sendable {
  package let condition: Expression
  package let body: [Statement]

  package init(condition: Expression, body: [Statement]) {
    self.condition = condition
    self.body = body
  }
}

package struct Statement: Hashable, Sendable {
  package let kind: StatementKind
  package let range: SourceRange

  package init(_ kind: StatementKind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// What stands on the left of `=` or after `for`.
package indirect enum Target: Hashable, Sendable {
  case name(String, SourceRange)
  case tuple([Target], SourceRange)
  /// `A[i, j] = …`, on a local name of a function only.
  case item(name: String, [IndexItem], SourceRange)
}

package struct Function: Hashable, Sendable {
  package let name: String
  package let nameRange: SourceRange
  package let parameters: [Parameter]
  package let documentation: String?
  package let body: [Statement]

  package init(
    name: String, nameRange: SourceRange, parameters: [Parameter], documentation: String?,
    body: [Statement]
  ) {
    self.name = name
    self.nameRange = nameRange
    self.parameters = parameters
    self.documentation = documentation
    self.body = body
  }
}
