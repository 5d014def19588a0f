import CellLanguage

extension LessonProofs {
  /// A day's work is no lesson.
  private static let longestMinutes = 240

  mutating func proveHead() {
    if lesson.summary.isEmpty {
      report(
        .head, headLine("summary"), "the head has no summary",
        advice: "add a line summary: … with what the list of lessons is to say of it")
    }
    // Numbers outside of 1…1000 are the reader's to report.
    if headLine("minutes") == 1 {
      report(
        .head, 1, "the head has no minutes", advice: "add a line minutes: … with how long it takes")
    } else if lesson.minutes > LessonProofs.longestMinutes {
      report(
        .head, headLine("minutes"), "\(lesson.minutes) minutes are more than anybody takes at once",
        advice: "divide the lesson; most take 10 to 25")
    }
  }

  /// - Parameter index: the lessons of the folder.
  mutating func proveIdentity(in index: LessonIndex) {
    guard let own = index.entries.first(where: { $0.realPath == realPath(path) }) else { return }
    for other in index.entries where other.realPath != own.realPath {
      if other.id == own.id, let id = own.id {
        report(
          .identity, headLine("id"), "the id \(id) is that of \(other.name) as well",
          advice: "take another: progress and needs go by it")
      }
      if other.number == own.number, let number = own.number {
        report(
          .identity, 1, "\(other.name) has the number \(number) as well",
          advice: "rename one of the files; \(index.firstFreeNumber) is free")
      }
    }
  }

  mutating func proveNeeds(in index: LessonIndex) {
    let line = headLine("needs")
    var seen: Set<String> = []
    for id in lesson.needs {
      guard seen.insert(id).inserted else {
        report(.needs, line, "\(quoted(id)) is needed twice", advice: "keep one of them")
        continue
      }
      guard id != lesson.id else {
        report(.needs, line, "the lesson needs itself", advice: "take \(id) out of needs")
        continue
      }
      guard let needed = index.entry(id) else {
        let ids = index.entries.compactMap(\.id).filter { $0 != lesson.id }
        let folder = "needs names ids of lessons in the same folder"
        report(
          .needs, line, "there is no lesson \(quoted(id)), which this one needs",
          advice: NearNames.nearest(to: id, in: ids).first.map { "did you mean \($0)?" } ?? folder)
        continue
      }
      if let number = needed.number, let own = lesson.number, number >= own {
        report(
          .needs, line, "the lesson needs \(id), which is number \(number) and comes later",
          advice: "a lesson needs only what comes before it")
      } else if let circle = index.circle(from: lesson.id, through: id) {
        report(
          .needs, line, "needs go in a circle: \(circle.joined(separator: ", "))",
          advice: "take one of them out")
      }
    }
  }
}
