import Notebook
import Testing

@Suite struct HandInReaderTests {
  private func read(_ text: String) throws(HandInRefusal) -> HandIn {
    try HandInReader.read(Array(text.utf8))
  }

  private func answers(_ text: String) throws -> HandIn {
    try read(#"{"qkv": 1, "kind": "answers", "lessons": [{"id": "a", "answers": [\#(text)]}]}"#)
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let handIn = HandIn(
      student: "Zoë \"Z\" Müller",
      lessons: [
        LessonAnswers(
          id: "sums",
          answers: [
            TaskAnswer(
              task: "one-line", fingerprint: "0123",
              answer: .edits(["out": "h = 2\nout = Q @ K.T", "a": "a = 1"])),
            TaskAnswer(task: "why", answer: .choices([2, 0])),
            TaskAnswer(task: "guess", answer: .guess("1/3")),
          ]), LessonAnswers(id: "mask"),
      ])
    #expect(
      handIn.text == #"""
        {"qkv": 1, "kind": "answers", "student": "Zoë \"Z\" Müller", "lessons": [
          {"id": "sums", "answers": [
            {"task": "one-line", "fingerprint": "0123", "edits": {"a": "a = 1", "out": "h = 2\nout = Q @ K.T"}},
            {"task": "why", "choices": [0, 2]},
            {"task": "guess", "guess": "1/3"}
          ]},
          {"id": "mask", "answers": []}
        ]}

        """#)
    #expect(try read(handIn.text) == handIn)
    #expect(try read("\u{FEFF}" + handIn.text) == handIn)
    #expect(HandIn().text == "{\"qkv\": 1, \"kind\": \"answers\", \"lessons\": []}\n")
    #expect(try read(HandIn().text) == HandIn())
  }

  @Test(
    "what is no hand-in is refused with the reason",
    arguments: [
      ("", "it is empty"), (" \n", "it is empty"),
      ("null", "it is null, not a hand-in: qkv submit writes one"),
      ("[]", "it is a list, not a hand-in: qkv submit writes one"),
      ("hello", "it is not JSON: line 1, column 1: no value begins here"),
      ("{\"qkv\": 1", "it is not JSON: line 1, column 10: expected ',' or '}'"),
      ("{}", "it has no \"qkv\": 1, so it is no hand-in: qkv submit writes one"),
      ("{\"qkv\": 1}", "its \"kind\" isn't \"answers\", so it is no hand-in"),
      ("{\"qkv\": 1, \"kind\": \"report\"}", "its \"kind\" isn't \"answers\", so it is no hand-in"),
      (
        "{\"qkv\": 2, \"kind\": \"answers\"}",
        "version 2 of the format isn't known: this program reads 1"
      ),
      (
        "{\"qkv\": \"\\u001b[2J\", \"kind\": \"answers\"}",
        "version \"\\u001b[2J\" of the format isn't known: this program reads 1"
      ),
      ("{\"qkv\": 1, \"kind\": \"answers\"}", "it has no \"lessons\""),
      (
        "{\"qkv\": 1, \"kind\": \"answers\", \"lessons\": {}}",
        "its \"lessons\" is an object, not a list"
      ),
      (
        "{\"qkv\": 1, \"qkv\": 1}", "it is not JSON: line 1, column 12: 'qkv' is given twice"
      ),
      (
        String(repeating: "[", count: 100_000),
        "it is not JSON: line 1, column 65: more than 64 brackets inside one another"
      ),
      (
        "{\"qkv\": 1, \"kind\": \"answers\", \"lessons\": " + String(repeating: "[", count: 70),
        "it is not JSON: line 1, column 105: more than 64 brackets inside one another"
      ),
    ]) func refusals(text: String, reason: String)
  {
    #expect(throws: HandInRefusal(reason)) { try read(text) }
  }

  @Test func bytesThatAreNoText() {
    #expect(throws: HandInRefusal("it is not text in UTF-8")) {
      try HandInReader.read([0x7B, 0xFF, 0x7D])
    }
    #expect(throws: HandInRefusal("it is not text in UTF-8")) {
      try HandInReader.read([0xFF, 0xFE, 0x7B, 0x00])
    }
    #expect(throws: HandInRefusal("it is larger than 1 MiB, the most that is read")) {
      try HandInReader.read([UInt8](repeating: 0x20, count: (1 << 20) + 1))
    }
  }

  @Test(
    "an answer that can't be read says why, and spoils no other",
    arguments: [
      (#"{"task": "t"}"#, "the answer has no \"edits\", \"choices\" or \"guess\""),
      (
        #"{"task": "t", "edits": {}, "guess": "1"}"#,
        "the answer has edits and guess; one of them is expected"
      ),
      (#"{"task": "t", "edits": []}"#, "\"edits\" must be an object, a text for each name"),
      (#"{"task": "t", "edits": {"S": 5}}"#, "\"edits\" must be an object, a text for each name"),
      (#"{"task": "t", "edits": null}"#, "\"edits\" must be an object, a text for each name"),
      (#"{"task": "t", "choices": [-1]}"#, "\"choices\" must be a list of whole numbers from 0 on"),
      (
        #"{"task": "t", "choices": [0.5]}"#, "\"choices\" must be a list of whole numbers from 0 on"
      ),
      (#"{"task": "t", "choices": 1}"#, "\"choices\" must be a list of whole numbers from 0 on"),
      (#"{"task": "t", "guess": [1]}"#, "\"guess\" must be a number or its text"),
      (
        #"{"task": "t", "guess": "1"}, {"task": "t", "guess": "1"}"#,
        "it is answered more than once in the hand-in; none counts"
      ),
    ]) func answerProblems(text: String, problem: String) throws
  {
    let handIn = try answers(text + #", {"task": "u", "guess": 1}"#)
    #expect(
      handIn
        == HandIn(lessons: [
          LessonAnswers(
            id: "a",
            answers: [
              TaskAnswer(task: "t", problem: problem), TaskAnswer(task: "u", answer: .guess("1")),
            ])
        ]))
  }

  @Test(
    "a guess is a number or text",
    arguments: [
      ("0.5", "0.5"), ("\"1/3\"", "1/3"), ("-2", "-2"), ("1e400", "inf"), ("-1e400", "-inf"),
    ]) func guesses(json: String, guess: String) throws
  {
    let handIn = try answers(#"{"task": "t", "guess": \#(json)}"#)
    #expect(handIn.lessons[0].answers[0].answer == .guess(guess))
  }

  @Test(
    "what is set aside is told",
    arguments: [
      (
        #"{"qkv": 1, "kind": "answers", "student": ["x"], "lessons": []}"#,
        ["its \"student\" is a list, not text, and is left out"]
      ),
      (
        #"{"qkv": 1, "kind": "answers", "lessons": [5, {"id": 7}]}"#,
        [
          "lesson 1 of the hand-in has no \"id\" in text, and is left out",
          "lesson 2 of the hand-in has no \"id\" in text, and is left out",
        ]
      ),
      (
        #"{"qkv": 1, "kind": "answers", "lessons": [{"id": "a"}, {"id": "b", "answers": 1}]}"#,
        ["'a' has no \"answers\"", "the \"answers\" of 'b' is a number, not a list"]
      ),
      (
        #"{"qkv": 1, "kind": "answers", "lessons": [{"id": "a", "answers": [5, {"task": null}]}]}"#,
        [
          "answer 1 to 'a' names no \"task\" in text, and is left out",
          "answer 2 to 'a' names no \"task\" in text, and is left out",
        ]
      ),
      (
        #"{"qkv": 1, "kind": "answers", "extra": 1, "lessons": [{"id": "a", "answers": [{"task": "t", "guess": "1", "passed": true}]}]}"#,
        ["what it says about passing isn't counted: all is checked anew"]
      ),
    ]) func notes(text: String, notes: [String]) throws
  {
    #expect(try read(text).notes == notes)
  }

  @Test func aLessonThatStandsTwiceIsOne() throws {
    let handIn = try read(
      #"""
      {"qkv": 1, "kind": "answers", "lessons": [
        {"id": "a", "answers": [{"task": "t", "guess": "1"}]}, {"id": "b", "answers": []},
        {"id": "a", "answers": [{"task": "u", "guess": "2"}]}]}
      """#)
    #expect(
      handIn.lessons == [
        LessonAnswers(
          id: "a",
          answers: [
            TaskAnswer(task: "t", answer: .guess("1")), TaskAnswer(task: "u", answer: .guess("2")),
          ]), LessonAnswers(id: "b"),
      ])
  }

  @Test("many faults don't fill the report, and many lessons take no time")
  func many() throws {
    let lessons = [String](repeating: "{\"id\":\"a\",\"answers\":[{}]}", count: 40_000)
    let handIn = try read(
      #"{"qkv": 1, "kind": "answers", "lessons": [\#(lessons.joined(separator: ","))]}"#)
    #expect(handIn.notes.count == 11)
    #expect(handIn.notes.last == "and more of the kind")
    #expect(handIn.lessons == [LessonAnswers(id: "a")])
  }

  @Test func aLongNameIsCut() throws {
    let name = String(repeating: "e\u{301}", count: 5000)
    let handIn = try read(
      #"{"qkv": 1, "kind": "answers", "student": "\#(name)", "lessons": []}"#)
    #expect(handIn.student?.unicodeScalars.count == 200)
    #expect(handIn.notes == ["the student's name is cut at 200 characters"])
  }
}
