/// An expression of the cell language, with the range of text it was read from.
package indirect enum ExpressionKind: Hashable, Sendable {
  case integer(Int)
  case float(Double)
  case string(String)
  case boolean(Bool)
  case none
  /// `...`: a hole as a whole right side, all axes inside an index.
  case ellipsis
  case name(String)
  /// A name of a module, `np.exp`: the module is dropped by the parser where it is NumPy.
  case attribute(Expression, name: String, nameRange: SourceRange)
  case list([Expression])
  case tuple([Expression])
  case unary(UnaryOperator, Expression)
  case binary(BinaryOperator, Expression, Expression, operatorRange: SourceRange)
  /// `a < b <= c`: one more operand than operators.
  case comparison([Expression], [ComparisonOperator])
  case and(Expression, Expression)
  case or(Expression, Expression)
  case not(Expression)
  /// `a if condition else b`
  case conditional(Expression, condition: Expression, otherwise: Expression)
  case call(Expression, [Argument])
  case index(Expression, [IndexItem])
  /// `[element for targets in iterable if condition …]`
  case comprehension(Expression, clauses: [ComprehensionClause])
  case lambda([Parameter], Expression)
}

package struct Expression: Hashable, Sendable {
  package let kind: ExpressionKind
  package let range: SourceRange
  /// How many expressions stand inside one another, itself included. The parser refuses more than
  /// `Limits.nesting`, so a recursion over an expression that was read can't overflow the stack.
  package let height: Int

  package init(_ kind: ExpressionKind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
    self.height = 1 + kind.innerHeight
  }
}

extension ExpressionKind {
  fileprivate var innerHeight: Int {
    switch self {
    case .integer, .float, .string, .boolean, .none, .ellipsis, .name: 0
    case .attribute(let inner, _, _), .unary(_, let inner), .not(let inner): inner.height
    case .list(let elements), .tuple(let elements), .comparison(let elements, _):
      elements.innerHeight
    case .binary(_, let left, let right, _), .and(let left, let right), .or(let left, let right):
      max(left.height, right.height)
    case .conditional(let value, let condition, let otherwise):
      max(value.height, condition.height, otherwise.height)
    case .call(let function, let arguments):
      max(function.height, arguments.map(\.value).innerHeight)
    case .index(let base, let items): max(base.height, items.flatMap(\.expressions).innerHeight)
    case .comprehension(let element, let clauses):
      // Each clause stands inside the one before it.
      max(element.height, clauses.flatMap { [$0.iterable] + $0.conditions }.innerHeight)
        + clauses.count
    case .lambda(let parameters, let body):
      max(body.height, parameters.compactMap(\.defaultValue).innerHeight)
    }
  }
}

extension [Expression] {
  fileprivate var innerHeight: Int { reduce(0) { Swift.max($0, $1.height) } }
}

package enum UnaryOperator: String, Sendable { case minus = "-", plus = "+", invert = "~" }

package enum BinaryOperator: String, Sendable {
  case add = "+", subtract = "-", multiply = "*", divide = "/", floorDivide = "//"
  case modulo = "%", power = "**", matmul = "@", and = "&", or = "|"
}

package enum ComparisonOperator: String, Sendable {
  case less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">="
  case equal = "==", notEqual = "!=", isSame = "is", isNotSame = "is not"
}

package struct Argument: Hashable, Sendable {
  package let name: String?
  package let value: Expression
  /// From the name, where there is one, to the end of the value.
  package let range: SourceRange

  package init(name: String?, value: Expression, range: SourceRange) {
    self.name = name
    self.value = value
    self.range = range
  }
}

package enum IndexItem: Hashable, Sendable {
  /// A number, an array, `None`, `...` or a mask.
  case expression(Expression)
  case slice(Expression?, Expression?, Expression?, SourceRange)

  /// The expressions that the item is made of, in order.
  package var expressions: [Expression] {
    switch self {
    case .expression(let expression): [expression]
    case .slice(let start, let stop, let step, _): [start, stop, step].compactMap(\.self)
    }
  }
}

package struct ComprehensionClause: Hashable, Sendable {
  package let target: Target
  package let iterable: Expression
  package let conditions: [Expression]

  package init(target: Target, iterable: Expression, conditions: [Expression]) {
    self.target = target
    self.iterable = iterable
    self.conditions = conditions
  }
}

package struct Parameter: Hashable, Sendable {
  package let name: String
  package let defaultValue: Expression?
  package let range: SourceRange

  package init(name: String, defaultValue: Expression?, range: SourceRange) {
    self.name = name
    self.defaultValue = defaultValue
    self.range = range
  }
}
