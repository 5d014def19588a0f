import CellLanguage
import Notebook

extension Command {
  static let eval = Command(
    "eval", operands: "[FILE]", "runs cells and shows their values",
    details: [
      "The program comes from FILE, from each -e TEXT in turn, or from standard",
      "input. Inputs are names that have values before it starts. The JSON file of",
      "--inputs holds one object, {\"Q\": [[1, 0]], …}, in which \"NaN\", \"Infinity\" and",
      "\"-Infinity\" in quotes are numbers.",
      "",
      "--json writes {\"values\": {NAME: VALUE, …}, \"diagnostics\": […]}, where a VALUE",
      "is {\"shape\": […], \"dtype\": \"float64\" or \"bool\", \"data\": …}, for text \"str\".",
      "None, functions and mixed lists are left out.",
      "",
      "A program with an error still gives the values that could be computed; the",
      "errors go to standard error (with --json into the object), the status is 1.",
    ],
    options: [
      EvalCommand.text, EvalCommand.inputs, EvalCommand.input, EvalCommand.output,
      EvalCommand.digits, .json,
    ]
  ) { (arguments) throws(CommandFailure) in
    let outputs = try EvalCommand.outputs(arguments)
    let evaluation = Evaluation(
      programs: try EvalCommand.sources(arguments).map { Program(parsing: $0) },
      inputs: try EvalCommand.inputs(arguments))
    if arguments.has(.json) {
      try Output.result(EvaluationJSON.object(of: evaluation).text + "\n")
    } else {
      let digits = try EvalCommand.digits(arguments)
      try Output.result(EvaluationText.values(of: evaluation, digits: digits))
      let talk = EvaluationText.talk(of: evaluation)
      if !talk.isEmpty { Output.talk(talk.joined(separator: "\n")) }
    }
    try EvalOutput.write(outputs, of: evaluation)
    return evaluation.diagnostics.isEmpty ? ExitStatus.success : ExitStatus.failed
  }
}

/// The flags of `eval`, and what they bring.
enum EvalCommand {
  static let text = Option(
    "-e", value: "TEXT", isRepeatable: true, "runs this text; several are one program")
  static let inputs = Option(
    "--inputs", value: "FILE.json", "takes every name of one JSON object")
  static let input = Option(
    "--input", value: "NAME=FILE", isRepeatable: true,
    "takes one name from a .npy, .csv or .json file")
  static let output = Option(
    "--output", value: "NAME=FILE.npy", isRepeatable: true,
    "writes the value of one name for NumPy")
  static let digits = Option("--digits", value: "N", "decimals of a shown number, 2 unless told")

  /// The program's texts, in order: a file before what stands on the command line.
  static func sources(_ arguments: Arguments) throws(CommandFailure) -> [Source] {
    let texts = arguments.values(of: text)
    let file = try arguments.singleOperand(called: "file")
    var sources: [Source] = []
    if let file, file != "-" {
      sources.append(
        try source(name: file) { () throws(FileProblem) in
          try BoundedFile.readText(file, limit: Limits.standard.sourceBytes)
        })
    } else if file == "-" || texts.isEmpty {
      Output.announceKeyboard(reading: "cells")
      sources.append(
        try source(name: "<stdin>") { () throws(FileProblem) in
          try BoundedFile.text(
            of: BoundedFile.readStandardInput(limit: Limits.standard.sourceBytes),
            path: "standard input")
        })
    }
    // A single text is before the reader's eyes; of several the message says which.
    let isOnly = texts.count == 1 && sources.isEmpty
    for (index, text) in texts.enumerated() {
      sources.append(Source(text, name: isOnly ? nil : "-e \(index + 1)"))
    }
    return sources
  }

  private static func source(
    name: String, _ read: () throws(FileProblem) -> String
  ) throws(CommandFailure) -> Source {
    do throws(FileProblem) {
      return Source(try read(), name: name)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The names that have a value before the program starts, in the order given.
  static func inputs(_ arguments: Arguments) throws(CommandFailure) -> [(
    name: String, value: Value
  )] {
    var values: [(name: String, value: Value)] = []
    do throws(FileProblem) {
      if let file = arguments.value(of: inputs) { values = try InputValue.all(inObject: file) }
      for given in arguments.values(of: input) {
        let parts = given.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, isName(parts[0]) else { throw FileProblem(path: given, "") }
        values.append((parts[0], try InputValue.one(in: parts[1])))
      }
    } catch {
      if error.message.isEmpty {
        throw .usage(
          "--input needs a name and a file, not '\(TextFilter.visible(error.path))'",
          advice: "write --input Q=queries.npy")
      }
      throw CommandFailure(error)
    }
    var seen: Set<String> = []
    for (name, _) in values where !seen.insert(name).inserted {
      throw .usage("the input \(name) is given twice")
    }
    return values
  }

  /// The names to write and their files.
  static func outputs(_ arguments: Arguments) throws(CommandFailure) -> [(
    name: String, file: String
  )] {
    try arguments.values(of: output).map { (given) throws(CommandFailure) in
      let parts = given.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, isName(parts[0]), parts[1].hasSuffix(".npy") else {
        throw .usage(
          "--output needs a name and a .npy file, not '\(TextFilter.visible(given))'",
          advice: "write --output O=outputs.npy")
      }
      return (parts[0], parts[1])
    }
  }

  static func digits(_ arguments: Arguments) throws(CommandFailure) -> Int? {
    guard let text = arguments.value(of: digits) else { return nil }
    guard let digits = Int(text), (0...17).contains(digits) else {
      throw .usage("--digits is a number from 0 to 17, not '\(TextFilter.visible(text))'")
    }
    return digits
  }
}
