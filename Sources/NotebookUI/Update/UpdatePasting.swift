import CellLanguage
import Notebook
import Terminal

extension State {
  /// A matrix pasted on an input takes the place of all its entries.
  ///
  /// - Returns: nil where the text is meant as one number.
  mutating func pasteMatrix(_ text: String) -> [Effect]? {
    guard context == .lesson, let reading, let panel = reading.focusedPanel, panel.isInput,
      panel.tableShape?.shape.isEmpty == false, PastedMatrix.isLikely(text)
    else { return nil }
    do throws(PastedMatrix.Problem) {
      return put(try PastedMatrix(text), on: panel)
    } catch {
      message = .refusal(error.message)
      return []
    }
  }

  /// Fills an input with a pasted matrix.
  mutating func put(_ pasted: PastedMatrix, on panel: Panel) -> [Effect] {
    guard let reading else { return [] }
    var session = reading.session
    do throws(PastedMatrix.Problem) {
      let change = try session.setEntries(panel.id, to: pasted)
      self.reading?.session = session
      self.reading?.lastChange = .paste(pasted)
      let name = panel.called(or: "The matrix")
      message = .success(
        "\(name) has the \(pasted.entries.count) numbers pasted; \(keyName(.undo)) undoes.")
      mark(change, before: reading.session)
      return [.save]
    } catch {
      message = .refusal(error.message)
      return []
    }
  }

  // MARK: - Copying

  /// Copies the matrix as NumPy text; where that can't be or may not work, and when it is asked again, shows the text
  /// alone on the screen, the mouse given back to the terminal.
  ///
  /// - Parameter last: what the key before sent to the clipboard.
  mutating func copyMatrix(after last: Copy?) -> [Effect] {
    guard let panel = reading?.focusedPanel, let text = panel.numPyText else {
      message = .note("There are no numbers here to copy.")
      return []
    }
    var copy = Copy(name: panel.called(or: "the value"), text: text)
    if let last, last.text == text {
      copy.isSent = true
      return show(copy)
    }
    guard usesClipboard, clipboardWay != .none, text.utf8.count <= Clipboard.byteLimit else {
      return show(copy)
    }
    copy.isSent = true
    if clipboardWay == .heldUp { return [.copy(text)] + show(copy) }
    sent = copy
    // Whether the terminal took it, nobody tells.
    message = .note(
      "\(copy.name) is sent to the clipboard as NumPy text; \(keyName(.copy)) again shows it.")
    return [.copy(text)]
  }

  private mutating func show(_ copy: Copy) -> [Effect] {
    self.copy = copy
    layers.append(.copy)
    return [.mouse(false)]
  }

  mutating func performInCopy(_ action: Action) -> [Effect] {
    var scroll = copy?.scroll ?? 0
    switch action {
    case .up: scroll -= 1
    case .down: scroll += 1
    case .backward: scroll -= max(1, copyHeight - 1)
    case .forward: scroll += max(1, copyHeight - 1)
    case .back:
      layers.removeAll { $0 == .copy }
      copy = nil
      return [.mouse(usesMouse)]
    default: break
    }
    let last = copyLines.count - copyHeight
    copy?.scroll = max(0, min(scroll, last))
    return []
  }

  mutating func toggleMouse() -> [Effect] {
    usesMouse.toggle()
    message = .note(
      usesMouse
        ? "The mouse moves the cursor here."
        : "The mouse is the terminal's: it selects text. \(keyName(.mouse)) takes it back.")
    return [.mouse(usesMouse)]
  }
}
