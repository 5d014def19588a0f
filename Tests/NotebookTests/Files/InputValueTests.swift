import AttentionEngine
import CellLanguage
import TestSupport
import Testing

@testable import Notebook

@Suite struct InputValueTests {
  private func value(_ json: String) throws -> Value {
    try JSONInput.value(of: JSONReader.read(Array(json.utf8)), limits: .standard)
  }

  @Test(
    "Nested lists are arrays of the kind that NumPy makes of them",
    arguments: [
      ("[1, 2]", [2], DType.int64, [1, 2]),
      ("[[1, 2.5], [3, 4]]", [2, 2], .float64, [1, 2.5, 3, 4]),
      ("[[true, false]]", [1, 2], .bool, [1, 0]),
      ("[true, 2]", [2], .int64, [1, 2]),
      (#"["-Infinity", 1, "Infinity"]"#, [3], .float64, [-.infinity, 1, .infinity]),
      ("[]", [0], .float64, []),
      ("[[], []]", [2, 0], .float64, []),
      ("[[[[1]]]]", [1, 1, 1, 1], .int64, [1]),
    ] as [(String, [Int], DType, [Double])])
  func array(json: String, shape: [Int], dtype: DType, entries: [Double]) throws {
    guard case .array(let array) = try value(json) else {
      Issue.record("no array")
      return
    }
    #expect(array.shape == shape)
    #expect(array.dtype == dtype)
    #expect(array.tensor.entries == entries)
  }

  @Test func everythingElseKeepsItsKind() throws {
    if case .integer(2, nil) = try value("2") {} else { Issue.record("no integer") }
    if case .float(2.0, nil) = try value("2.0") {} else { Issue.record("no float") }
    if case .float(let number, nil) = try value(#""NaN""#) { #expect(number.isNaN) }
    if case .boolean(true, _) = try value("true") {} else { Issue.record("no boolean") }
    if case .string("cat") = try value(#""cat""#) {} else { Issue.record("no text") }
    if case .none = try value("null") {} else { Issue.record("not None") }
    if case .list(let items) = try value(#"["the", "cat"]"#) { #expect(items.count == 2) }
  }

  @Test(
    "Lists that are no arrays are refused",
    arguments: [
      ("[[1, 2], [3]]", "a list of 1 stands beside one of 2"),
      ("[1, [2]]", "a list stands where others have a number"),
      ("[[1], 2]", "a number stands where others have a list"),
      ("[[], [1]]", "a list of 1 stands beside one of 0"),
      ("[[[[[1]]]]]", "an array has at most 4 axes"),
      (
        "[9007199254740993]",
        "9007199254740993 is too large for a whole number; write it as 9007199254740993.0"
      ),
      (#"{"a": 1}"#, "an object can't be a value; use nested lists"),
    ]) func refuse(json: String, message: String)
  {
    let problem = #expect(throws: JSONInput.Problem.self) { try value(json) }
    #expect(problem?.message == message)
  }

  @Test func filesAreReadByTheEndOfTheirName() throws {
    let folder = try TemporaryFolder()
    let inputs = try folder.write("in.json", #"{"Q": [[1, 0]], "mask": null, "t": "x"}"#)
    #expect(try InputValue.all(inObject: inputs).map(\.name) == ["Q", "mask", "t"])
    let csv = try folder.write("a.CSV", "1,2")
    if case .array(let array) = try InputValue.one(in: csv) { #expect(array.shape == [1, 2]) }
    let problem = #expect(throws: FileProblem.self) { try InputValue.one(in: "a.txt") }
    #expect(problem?.message == "an input's name ends in .npy, .csv or .json")
  }

  @Test(
    "What is no object of names is refused",
    arguments: [
      ("[1]", #"the file must hold one object, {"name": value, …}"#),
      (#"{"a b": 1}"#, "'a b' can't be a name"), (#"{"lambda": 1}"#, "'lambda' can't be a name"),
      (#"{"np": 1}"#, "'np' can't be a name"), (#"{"": 1}"#, "'' can't be a name"),
      (#"{"a": [1, [2]]}"#, "a: a list stands where others have a number"),
      ("{", "line 1, column 2: expected a name in quotes"),
    ]) func refuseObject(json: String, message: String) throws
  {
    let folder = try TemporaryFolder()
    let path = try folder.write("in.json", json)
    let problem = #expect(throws: FileProblem.self) { try InputValue.all(inObject: path) }
    #expect(problem == FileProblem(path: path, message))
  }
}
