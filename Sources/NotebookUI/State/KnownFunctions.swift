import CellLanguage
import Notebook

/// What is said of a function while a call of it is typed.
struct FunctionLine: Hashable {
  let name: String
  /// The parameters, as they are written.
  let signature: String
  let documentation: String

  init(_ row: FunctionRow) {
    (name, signature, documentation) = (row.name, row.plainSignature, row.documentation)
  }

  init(_ function: Function, in source: Source) {
    name = function.name
    signature = function.parameters.map { parameter in
      parameter.defaultValue.map { "\(parameter.name)=\(source.text(in: $0.range))" }
        ?? parameter.name
    }
    .joined(separator: ", ")
    documentation = TextFilter.visible((function.documentation ?? "").trimmed().firstLine)
  }
}

/// The functions of the language, and those that cells define.
struct KnownFunctions {
  private var own: [String: FunctionLine] = [:]

  static let ofTheLanguage = KnownFunctions()

  private init() {}

  /// - Parameters:
  ///   - programs: the cells, and what is being typed.
  init(_ programs: [Program]) {
    for program in programs {
      for case .define(let function) in program.statements.map(\.kind) {
        own[function.name] = FunctionLine(function, in: program.source)
      }
    }
  }

  subscript(name: String) -> FunctionLine? {
    own[name] ?? FunctionTable.row(named: name).map { FunctionLine($0) }
  }
}

extension Reading {
  /// What can be called in what is being typed: of the same name, what stands in it goes first.
  var knownFunctions: KnownFunctions {
    let typed = writing?.editor.text ?? editing?.field.text ?? ""
    let own =
      typed.contains("def ") ? [Program(parsing: Source(typed), limits: session.limits)] : []
    return KnownFunctions(session.cellOrder.map { session.program(of: $0) } + own)
  }
}

extension String {
  fileprivate var firstLine: String { String(prefix { !$0.isNewline }) }
}
