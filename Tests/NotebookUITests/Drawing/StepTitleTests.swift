import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// The first line: a lesson's title stands there whole or not at all, alike in all of its steps.
@Suite struct StepTitleTests {
  private func title(_ step: Int, _ width: Int, number: Int? = 3, _ titles: [String]) -> String {
    let lesson = Sample.lesson(
      number, "t", "Dot products measure likeness",
      steps: titles.map { ($0, [Sample.paragraph("Words.")]) })
    return Sample.state(lesson, step: step, size: Size(width: width, height: 24)).draw().rows[0]
  }

  @Test func aTitleThatFitsInEveryStep() {
    #expect(
      title(0, 80, ["Near is not alike", "One"])
        == " 3  Dot products measure likeness › Near is not alike               step 1 of 2")
  }

  @Test func aTitleThatWouldBeCutInOneStepStandsInNone() {
    let titles = ["One", "The cosine hears no loudness, nor length"]
    #expect(
      title(0, 80, titles)
        == " Lesson 3 › One                                                     step 1 of 2")
    #expect(
      title(1, 80, titles)
        == " Lesson 3 › The cosine hears no loudness, nor length                step 2 of 2")
  }

  @Test func withoutANumberTheTitleIsCut() {
    #expect(
      title(0, 60, number: nil, ["A title of some length"])
        == " Dot products measur… › A title of some length  step 1 of 1")
  }
}
