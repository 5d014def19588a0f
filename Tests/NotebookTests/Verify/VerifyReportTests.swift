import Notebook
import Testing

/// What `verify` says of lessons that were proved.
@Suite struct VerifyReportTests {
  private let sound = VerifiedLesson(
    path: "L/01-a.md",
    lesson: LessonReader.read(
      text: """
        ---
        qkv: 1
        id: a
        title: A
        ---
        ## One
        <!-- quiz: q -->
        What?
        - [x] This. — So.
        - [ ] That. — No.
        <!-- end -->
        <!-- predict: p answer="1" within=1 -->
        What?
        <!-- end -->
        """, name: "01-a.md"
    ).lesson, problems: [])

  private let faulty = VerifiedLesson(
    path: "L/02-\u{1B}b.md", lesson: nil,
    problems: [
      VerifyProblem(
        .format, LessonProblem(file: "L/02-\u{1B}b.md", line: 3, message: "a \"b\"", advice: "c"))
    ])

  @Test func whatIsWellIsCounted() {
    let report = VerifyReport([sound])
    #expect(report.isWell)
    #expect(report.text == "1 lesson, 0 exercises, 1 quiz, 1 prediction: all is well\n")
  }

  @Test func problemsAreListedWithoutControlCharacters() {
    let report = VerifyReport([sound, faulty])
    #expect(!report.isWell)
    #expect(report.text == "L/02-^[b.md:3: a \"b\"; c\n1 problem in 1 of 2 lessons\n")
  }

  @Test func noLessonsAreNoProblem() {
    #expect(
      VerifyReport([]).text == "0 lessons, 0 exercises, 0 quizzes, 0 predictions: all is well\n")
  }

  @Test func jsonHasAMemberForEach() {
    let expected = #"""
      {"qkv": 1, "kind": "verify", "ok": false, "lessons": [{"file": "L/01-a.md", "id": "a", "number": 1, "steps": 1, "exercises": 0, "quizzes": 1, "predictions": 1, "problems": []}, {"file": "L/02-\u001bb.md", "id": null, "number": null, "steps": 0, "exercises": 0, "quizzes": 0, "predictions": 0, "problems": [{"line": 3, "rule": "format", "message": "a \"b\"", "advice": "c"}]}]}
      """#
    #expect(VerifyReport([sound, faulty]).json.text == expected)
  }
}
