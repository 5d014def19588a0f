/// Hand-ins in files that nobody vouches for.
package enum HandInFile {
  /// - Parameter path: `-` for standard input.
  package static func read(_ path: String) throws(HandInRefusal) -> HandIn {
    let bytes: [UInt8]
    do throws(FileProblem) {
      bytes =
        path == "-"
        ? try BoundedFile.readStandardInput(limit: HandInReader.byteLimit)
        : try BoundedFile.read(path, limit: HandInReader.byteLimit)
    } catch {
      throw HandInRefusal(error.message)
    }
    return try HandInReader.read(bytes)
  }
}
