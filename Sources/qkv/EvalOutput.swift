import CellLanguage
import Notebook

/// The files that `eval --output` writes once the program has run.
enum EvalOutput {
  /// - Throws: status 1 for a name without an array to write, 65 for a file that can't be written.
  static func write(
    _ outputs: [(name: String, file: String)], of evaluation: Evaluation
  ) throws(CommandFailure) {
    for (name, file) in outputs {
      guard let value = evaluation.definitions.first(where: { $0.name == name })?.value else {
        let near = NearNames.nearest(to: name, in: evaluation.definitions.map(\.name)).first
        throw CommandFailure(
          "\(name) has no value to write", advice: near.map { "did you mean \($0)?" },
          status: ExitStatus.failed)
      }
      guard let bytes = NpyFile.bytes(of: value) else {
        throw CommandFailure(
          "\(name) is no number or array, and isn't written", status: ExitStatus.failed)
      }
      do throws(FileProblem) {
        try WrittenFile.write(bytes, to: file)
      } catch {
        throw CommandFailure(error)
      }
    }
  }
}
