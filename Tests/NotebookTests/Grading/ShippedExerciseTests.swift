import CellLanguage
import Notebook
import TestSupport
import Testing

/// Every exercise of the lessons in this checkout: its starter fails, its solution passes, its wrong answers don't.
struct ShippedExerciseTests {
  static let exercises: [(lesson: Lesson, exercise: Exercise)] = {
    var exercises: [(Lesson, Exercise)] = []
    for name in LessonFiles.names {
      guard let lesson = LessonReader.read(text: LessonFiles.text(of: name), name: name).lesson
      else { continue }
      for case .exercise(let exercise) in lesson.tasks { exercises.append((lesson, exercise)) }
    }
    return exercises
  }()

  @Test func thereAreSome() {
    #expect(Self.exercises.count >= 9)
  }

  @Test(arguments: exercises.indices)
  func starterDoesNotPass(index: Int) {
    let (lesson, exercise) = Self.exercises[index]
    var grader = Grader(lesson: lesson)
    let verdict = grader.verdict(on: nil, to: .exercise(exercise))
    #expect(verdict.status == .pending)
    #expect(verdict.checks.contains { $0.status != .passed })
  }

  @Test(arguments: exercises.indices)
  func solutionPasses(index: Int) {
    let (lesson, exercise) = Self.exercises[index]
    var grader = Grader(lesson: lesson)
    for solution in exercise.solutions {
      let verdict = grader.verdict(on: solution, to: exercise)
      #expect(verdict.isPassed, "\(lesson.id) \(exercise.id): \(verdict)")
      #expect(grader.failedTrials(of: solution, to: exercise) == [])
    }
  }

  @Test(arguments: exercises.indices)
  func wrongAnswersAreRecognised(index: Int) {
    let (lesson, exercise) = Self.exercises[index]
    var grader = Grader(lesson: lesson)
    for wrong in exercise.wrongAnswers {
      let verdict = grader.verdict(on: wrong.program, to: exercise)
      #expect(verdict.status == .failed, "\(lesson.id) \(exercise.id): \(wrong.because)")
      #expect(verdict.because == wrong.because)
    }
  }
}
