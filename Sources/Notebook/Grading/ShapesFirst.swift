extension [CheckResult] {
  /// Where a check found another shape than was expected, the entries that later checks name of the same array are none of a
  /// right answer: they say that the shape comes first.
  var withShapesFirst: [CheckResult] {
    var misshapen: Set<String> = []
    return map { check in
      guard check.status == .failed, let place = check.finding?.place else { return check }
      if place.hasSuffix(".shape") {
        misshapen.insert(String(place.dropLast(".shape".count)))
        return check
      }
      guard let bracket = place.firstIndex(of: "["), misshapen.contains(String(place[..<bracket]))
      else { return check }
      let words = "\(place[..<bracket]) has another shape: that comes first"
      return CheckResult(message: check.message, status: .failed, finding: Finding(problem: words))
    }
  }
}
