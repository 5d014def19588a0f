import AttentionEngine

/// How a statement inside a function ended.
enum Flow {
  case next
  case returned(Value)
}

extension Interpreter {
  mutating func execute(_ statement: Statement) throws(Diagnostic) -> Flow {
    try enter(statement.range)
    defer { depth -= 1 }
    let execution = Interpreter.execution(of: statement.kind)
    return try execution(&self, statement)
  }

  private typealias Execution = (inout Interpreter, Statement) throws(Diagnostic) -> Flow

  /// What executes a statement of a kind; chosen apart from being called, as with expressions.
  private static func execution(of kind: StatementKind) -> Execution {
    switch kind {
    case .forLoop: { (run, it) throws(Diagnostic) in try run.loop(it) }
    case .conditional: { (run, it) throws(Diagnostic) in try run.choose(it) }
    case .returnValue: { (run, it) throws(Diagnostic) in try run.leave(it) }
    default: { (run, it) throws(Diagnostic) in try run.simple(it) }
    }
  }

  private mutating func simple(_ statement: Statement) throws(Diagnostic) -> Flow {
    switch statement.kind {
    case .assign(let target, let expression): try assign(target, expression)
    case .augmentedAssign(let target, let operation, let expression):
      try augment(target, operation, expression, at: statement.range)
    case .expression(let expression):
      if try !append(expression) { _ = try evaluate(expression) }
    case .assert(let condition, let message):
      try check(condition, message: message, at: statement.range)
    case .importNumPy, .pass: break
    case .hole: throw unsupported("a hole stands at the top level only", statement)
    default: throw unsupported("this stands at the top level only", statement)
    }
    return .next
  }

  private func unsupported(_ message: String, _ statement: Statement) -> Diagnostic {
    Diagnostic(code: "unsupported", message, at: statement.range)
  }

  private mutating func execute(_ body: [Statement]) throws(Diagnostic) -> Flow {
    for statement in body {
      if case .returned(let value) = try execute(statement) { return .returned(value) }
    }
    return .next
  }

  private mutating func choose(_ statement: Statement) throws(Diagnostic) -> Flow {
    guard case .conditional(let branches, let otherwise) = statement.kind else { return .next }
    for branch in branches {
      let decider = try evaluate(branch.condition)
      let isTrue = try isTrue(decider, at: branch.condition.range)
      if frame.asked.count < Trace.mostAsked { frame.asked += decider.asked }
      if isTrue { return try execute(branch.body) }
    }
    return try execute(otherwise)
  }

  private mutating func loop(_ statement: Statement) throws(Diagnostic) -> Flow {
    guard case .forLoop(let target, let expression, let body) = statement.kind else { return .next }
    let value = try iterable(expression)
    let items = try self.items(of: value, at: expression.range)
    for index in 0..<items.count {
      try enter(expression.range)
      defer { depth -= 1 }
      let item = try self.item(index, of: items, at: expression.range)
      try bind(target, item, owners: .outside, at: expression.range)
      if case .returned(let value) = try execute(body) { return .returned(value) }
    }
    return .next
  }

  private mutating func leave(_ statement: Statement) throws(Diagnostic) -> Flow {
    guard case .returnValue(let expression) = statement.kind else { return .next }
    return .returned(try returned(expression))
  }

  /// Notes whether anything but the caller can see the value.
  private mutating func returned(_ expression: Expression?) throws(Diagnostic) -> Value {
    guard let expression else {
      lastReturnWasOwn = true
      return .none
    }
    let value = try evaluate(expression)
    try spendLooking(into: value, at: expression.range)
    let owners = owners(of: expression, value: value)
    let all = frame.sharing.closure(owners)
    var others = all.names
    if case .name(let name) = expression.kind { others.remove(name) }
    let isArray: Bool = if case .array = value { true } else { value.holdsOnlyScalars }
    lastReturnWasOwn = isArray && others.isEmpty && !all.outside && frame.captured.isEmpty
    return value
  }

  /// Whether a list holds only scalars is found by looking at each.
  private mutating func spendLooking(
    into value: Value, at range: SourceRange
  ) throws(Diagnostic) {
    let count: Int
    switch value {
    case .list(let items), .tuple(let items): count = items.count
    default: return
    }
    do throws(Fault) {
      try budget.spend(count * 2)
    } catch {
      throw diagnostic(error, at: range)
    }
  }

  // MARK: - Assignment

  private mutating func assign(_ target: Target, _ expression: Expression) throws(Diagnostic) {
    if case .tuple(let targets, _) = target, case .tuple(let parts) = expression.kind,
      targets.count == parts.count
    {
      return try assign(targets, parts)
    }
    let value = try evaluate(expression)
    if case .item(let name, let items, let range) = target {
      return try setItem(name, items, value, range, from: expression)
    }
    try bind(target, value, owners: owners(of: expression, value: value), at: expression.range)
  }

  /// `a, b = x, y`: all values first, then all names.
  private mutating func assign(
    _ targets: [Target], _ parts: [Expression]
  ) throws(Diagnostic) {
    var values: [(Value, SharedMemory.Owners)] = []
    for part in parts {
      let value = try evaluate(part)
      values.append((value, frame.sharing.closure(owners(of: part, value: value))))
    }
    for (target, (part, (value, owners))) in zip(targets, zip(parts, values)) {
      if case .item(let name, let items, let range) = target {
        try setItem(name, items, value, range, from: part)
      } else {
        try bind(target, value, owners: owners, at: part.range)
      }
    }
  }

  /// Gives the names of a target their values.
  mutating func bind(
    _ target: Target, _ value: Value, owners: SharedMemory.Owners, at range: SourceRange
  ) throws(Diagnostic) {
    let names = try unpacked(target, value, at: range)
    if let item = names.first(where: \.isItem) {
      throw Diagnostic(
        code: "unsupported", "an entry can't be set while unpacking", at: item.range,
        help: "unpack into names first")
    }
    for (position, part) in names.enumerated() {
      try set(part.name, part.value, at: part.range)
      guard part.value.isMutable else {
        frame.sharing.bind(part.name, .none)
        continue
      }
      // Parts of one value may be one and the same thing.
      var shared = owners
      if names.count > 1 { shared.names.formUnion(names[..<position].map(\.name)) }
      frame.sharing.bind(part.name, shared)
    }
  }

  mutating func set(_ name: String, _ value: Value, at range: SourceRange) throws(Diagnostic) {
    guard !frame.captured.contains(name) else {
      throw Diagnostic(
        code: "unsupported", "\(name) can't change any more: a lambda made before uses it",
        at: range,
        help: "in Python the lambda would see the new value; take another name")
    }
    frame.values[name] = value
    try checkFrame(value, at: range)
  }

  /// What the local names hold together is bounded too.
  private func checkFrame(_ value: Value, at range: SourceRange) throws(Diagnostic) {
    guard case .array(let array) = value, array.tensor.count > limits.heldEntries / 100 else {
      return
    }
    var held = 0
    for value in frame.values.values { held += value.weight.entries }
    guard held <= limits.heldEntries else {
      throw Diagnostic(
        code: "bound", "all names together may hold \(grouped(limits.heldEntries)) entries",
        at: range,
        help: "smaller arrays")
    }
  }

  /// The names of a target, each with its part of a value: a tuple's items, an array's rows.
  mutating func unpacked(
    _ target: Target, _ value: Value, at range: SourceRange
  ) throws(Diagnostic) -> [UnpackedName] {
    switch target {
    case .name(let name, let range):
      return [UnpackedName(name: name, value: value, range: range, isItem: false)]
    case .item(let name, _, let range):
      return [UnpackedName(name: name, value: value, range: range, isItem: true)]
    case .tuple(let targets, let targetRange):
      let items = try self.items(of: value, at: range)
      guard items.count == targets.count else {
        let names = targets.count == 1 ? "one name" : "\(targets.count) names"
        throw Diagnostic(
          code: "value", "\(names) can't take \(grouped(items.count)) values",
          at: targetRange.union(range), help: "on the right stands \(value.kindWords)")
      }
      var names: [UnpackedName] = []
      for (index, target) in targets.enumerated() {
        names += try unpacked(target, try item(index, of: items, at: range), at: range)
      }
      return names
    }
  }
}

/// A name on the left of `=` with what it gets.
struct UnpackedName {
  let name: String
  let value: Value
  let range: SourceRange
  /// Whether an entry of the name is set, not the name itself.
  let isItem: Bool
}
