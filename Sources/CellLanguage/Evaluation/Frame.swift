import AttentionEngine

/// The names inside one call of a function, or of a comprehension at the top level.
struct Frame {
  let source: Source
  /// Nothing at the top level.
  let function: Function?
  /// Names that are the function's own from its first line on, with or without a value.
  var localNames: Set<String>
  var values: [String: Value] = [:]
  /// Local names that a lambda has kept with their values.
  var captured: Set<String> = []
  var sharing = SharedMemory()
  /// The conditions that were asked so far: they decided what is returned.
  var asked: [Trace] = []

  /// Where nothing runs.
  static let nowhere = Frame(source: Source(""))

  init(source: Source, function: Function? = nil, localNames: Set<String> = []) {
    self.source = source
    self.function = function
    self.localNames = localNames
  }
}

/// Which local names may stand for one and the same memory in NumPy, where `B = A` and `A.T` copy nothing.
///
/// Values are copied here, so that a change seen through two names would differ: it is refused.
struct SharedMemory {
  /// What a value may share memory with.
  struct Owners {
    var names: Set<String> = []
    /// Something outside of the function: an argument, a name of the top level.
    var outside = false

    static let none = Owners()
    static let outside = Owners(outside: true)

    mutating func add(_ other: Owners) {
      names.formUnion(other.names)
      outside = outside || other.outside
    }
  }

  private var owners: [String: Owners] = [:]

  /// What a name's value may be seen through besides the name itself.
  func others(than name: String) -> Owners { owners[name] ?? .none }

  /// Everything that a value sharing with these shares with.
  func closure(_ direct: Owners) -> Owners {
    var all = direct
    for name in direct.names { all.add(others(than: name)) }
    return all
  }

  /// The name has a new value, which shares with these.
  mutating func bind(_ name: String, _ direct: Owners) {
    var all = closure(direct)
    all.names.remove(name)
    for other in owners[name]?.names ?? [] { owners[other]?.names.remove(name) }
    for other in all.names { owners[other, default: .none].names.insert(name) }
    owners[name] = all
  }
}
