import Notebook
import Terminal

@testable import NotebookUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The lessons of this checkout, opened as a reader would.
enum ShippedLessons {
  static let sizes = [(80, 24), (120, 40), (200, 60)].map { Size(width: $0, height: $1) }

  private static let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast(4)
    return "/" + parts.joined(separator: "/") + "/Lessons"
  }()

  static let names: [String] = {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".md"), name.first?.isNumber == true { names.append(name) }
    }
    return names.sorted()
  }()

  static func lesson(_ name: String) -> Lesson? {
    guard let file = fopen("\(folder)/\(name)", "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte >= 0 { bytes.append(UInt8(byte)) }
    return LessonReader.read(text: String(decoding: bytes, as: UTF8.self), name: name).lesson
  }

  static func opened(_ lesson: Lesson, step: Int, size: Size) -> State {
    var state = State(size: size, shelf: Shelf(lessons: [lesson]))
    state.open(lesson)
    state.reading?.go(toStep: step)
    return state
  }
}
