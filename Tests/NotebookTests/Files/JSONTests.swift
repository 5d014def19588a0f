import Testing

@testable import Notebook

@Suite struct JSONTests {
  @Test(
    "JSON that is read and written is the same",
    arguments: [
      ("null", "null"), (" [ ] ", "[]"), ("{}", "{}"),
      ("[1,-2,2.5,1e3,-0]", "[1, -2, 2.5, 1000.0, -0.0]"),
      (#"{"b":true,"a":[false,{"c":null}]}"#, #"{"b": true, "a": [false, {"c": null}]}"#),
      (#""\u00e9\ud83d\ude00\n\"\\\/""#, #""é😀\n\"\\/""#),
      (#""\u001b[31m\u202e\u0085""#, #""\u001b[31m\u202e\u0085""#),
      ("12345678901234567890", "1.2345678901234567e+19"), ("1e400", "\"Infinity\""),
      ("\u{FEFF}[1]", "[1]"),
    ]) func roundTrip(text: String, written: String) throws
  {
    #expect(try JSONReader.read(Array(text.utf8)).text == written)
  }

  @Test func numbersAreWrittenWithTheFewestDigits() {
    let numbers = [0.1, 1.0 / 3, 1e16, 1e-5, 5, .nan, .infinity, -.infinity, -0.0]
    #expect(
      JSONValue.array(numbers.map(JSONValue.number)).text
        == #"[0.1, 0.3333333333333333, 1e+16, 1e-05, 5.0, "NaN", "Infinity", "-Infinity", -0.0]"#)
  }

  @Test(
    "What is no JSON is shown with its place",
    arguments: [
      ("", 1, 1, "the text ends where a value is expected"),
      ("[1,\n 2", 2, 3, "expected ',' or ']'"),
      ("[1,]", 1, 4, "no value begins here"),
      ("{a: 1}", 1, 2, "expected a name in quotes"),
      (#"{"a" 1}"#, 1, 6, "expected ':' after a name"),
      (#"{"a": 1, "a": 2}"#, 1, 10, "'a' is given twice"),
      (#"{"a": 1 "b"}"#, 1, 9, "expected ',' or '}'"),
      ("[NaN]", 1, 2, "JSON has no NaN; it stands in quotes here: \"NaN\""),
      ("[01]", 1, 2, "this is not a number of JSON"), ("[-]", 1, 2, "this is not a number of JSON"),
      ("[1.]", 1, 2, "this is not a number of JSON"), ("[+1]", 1, 2, "no value begins here"),
      (#"["a"#, 1, 2, "this text is never closed"),
      ("[\"\n\"]", 1, 3, "a control character must be written as \\u00…"),
      (#"["\x"]"#, 1, 3, "this '\\' begins nothing that JSON knows"),
      (#"["\ud800"]"#, 1, 3, "this is no character's number"),
      (#"["\u12"]"#, 1, 3, "expected four hexadecimal digits"),
      ("1 2", 1, 3, "nothing may follow the value"),
    ]) func problem(text: String, line: Int, column: Int, message: String)
  {
    let problem = #expect(throws: JSONReader.Problem.self) { try JSONReader.read(Array(text.utf8)) }
    #expect(problem == JSONReader.Problem(line: line, column: column, message: message))
  }

  @Test func depthIsBounded() throws {
    let deep = String(repeating: "[", count: 50_000)
    let problem = #expect(throws: JSONReader.Problem.self) { try JSONReader.read(Array(deep.utf8)) }
    #expect(problem?.message == "more than 64 brackets inside one another")
    let allowed = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(try JSONReader.read(Array(allowed.utf8)).text == allowed)
  }
}
