/// What plays itself in a step, key by key: `<!-- play: V[cat, g] = 2; go A[cat, sat]; e; Esc; u -->`.
package struct Demonstration: Hashable, Sendable {
  package let acts: [Act]
  /// The line of its directive in the file, counted from 1.
  package let line: Int

  package init(acts: [Act], line: Int) {
    self.acts = acts
    self.line = line
  }

  /// What stands between two semicolons.
  package struct Act: Hashable, Sendable {
    package let kind: Kind
    /// As the author wrote it.
    package let text: String

    package init(_ kind: Kind, text: String) {
      self.kind = kind
      self.text = text
    }
  }

  package enum Kind: Hashable, Sendable {
    /// `go A[cat, sat]`: moves the cursor there.
    case go(Target)
    /// `V[cat, g] = 2`, `A = softmax(S)`: moves there, types and accepts.
    case set(Target, String)
    /// `v`, `Ctrl-R`, `+ 3 times`
    case press(Key, times: Int)
    /// `say Watch the row of cat`: words for those who watch.
    case say(String)
    /// `expect A[cat, sat] = 0.40`: proved by `verify`, not shown.
    case expect(Expectation)
  }

  /// A matrix of the step, or one of its entries: `A`, `A[cat, sat]`, `w[1]`.
  package struct Target: Hashable, Sendable {
    package let name: String
    /// Labels, or numbers counted from 0, one for each axis; none means the matrix.
    package let indices: [String]

    package init(name: String, indices: [String] = []) {
      self.name = name
      self.indices = indices
    }

    package var text: String {
      indices.isEmpty ? name : "\(name)[\(indices.joined(separator: ", "))]"
    }
  }

  package struct Expectation: Hashable, Sendable {
    package enum Comparison: String, CaseIterable, Hashable, Sendable {
      case atMost = "<=", atLeast = ">=", below = "<", above = ">", equal = "="
    }

    package let target: Target
    package let comparison: Comparison
    package let value: Double
    /// The decimals that the number was written with: to these it must be equal.
    package let decimals: Int

    package init(target: Target, comparison: Comparison, value: Double, decimals: Int) {
      self.target = target
      self.comparison = comparison
      self.value = value
      self.decimals = decimals
    }

    /// Whether a number is as expected.
    package func holds(of found: Double) -> Bool {
      switch comparison {
      case .atMost: return found <= value
      case .atLeast: return found >= value
      case .below: return found < value
      case .above: return found > value
      case .equal:
        if found == value { return true }
        var unit = 1.0
        for _ in 0..<decimals { unit /= 10 }
        return (found - value).magnitude <= unit / 2 * 1.000001 + 1e-12
      }
    }
  }

  /// A key by the name that the help calls it.
  package enum Key: Hashable, Sendable {
    case character(Character)
    case control(Character)
    case named(Named)

    package enum Named: String, CaseIterable, Hashable, Sendable {
      case enter = "Enter", escape = "Esc", tab = "Tab", backTab = "Shift+Tab", space = "Space"
      case up = "Up", down = "Down", left = "Left", right = "Right"
      case home = "Home", end = "End"
    }
  }
}

/// Why a demonstration can't go on, and what to write instead.
package struct PlayFault: Error, Hashable, Sendable {
  package let message: String
  package let advice: String

  package init(_ message: String, advice: String) {
    self.message = message
    self.advice = advice
  }
}

extension Step {
  /// What plays itself in it, in text order.
  package var demonstrations: [Demonstration] {
    blocks.compactMap { if case .play(let demonstration) = $0 { demonstration } else { nil } }
  }
}
