import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// A program that shows the events it gets and ends in whatever way it is asked to: each key is one.

func say(_ text: String) {
  _ = write(STDERR_FILENO, text, text.utf8.count)
}

func overflowTheStack(_ depth: Int) -> Int {
  depth < 0 ? 0 : overflowTheStack(depth + 1) + overflowTheStack(depth + 2)
}

func end(as key: Character) {
  switch key {
  case "x": exit(3)
  case "t": print([Int](0..<Int(CommandLine.argc))[1000])
  case "f": fatalError("the reason\u{1B}[31m\u{9B}31m")
  case "o": print(overflowTheStack(0))
  case "A": abort()
  case "h": while true { pause() }
  case "e": say("talk on standard error\n")
  default: break
  }
}

func describe(_ event: Event) -> String {
  switch event {
  case .key(let press): "key \(press.name)"
  case .paste(let text): "paste \(text)"
  case .mouse(let mouse): "mouse \(mouse.action) \(mouse.point.x),\(mouse.point.y)"
  case .resize(let size): "resize \(size.width)x\(size.height)"
  case .resumed: "resumed"
  case .terminate(let signal): "terminate \(signal)"
  }
}

func draw(_ lines: [String], on screen: borrowing CursesScreen) -> Grid {
  var grid = Grid(size: screen.size)
  let title = "ready √ 日本 \(screen.size.width)x\(screen.size.height)"
  grid.put(title, at: Point(x: 0, y: 0), style: Style(.title))
  for (index, line) in lines.suffix(max(0, screen.size.height - 2)).enumerated() {
    grid.put(line, at: Point(x: 2, y: index + 1), style: Style(.ramp(index % 17)))
  }
  grid.cursor = Point(x: 1, y: 1)
  return grid
}

func run() -> Int32 {
  let arguments = CommandLine.arguments
  var screen: CursesScreen
  do {
    screen = try CursesScreen(
      color: arguments.contains("--never") ? .never : .automatic,
      ascii: arguments.contains("--ascii"), mouse: !arguments.contains("--no-mouse"))
  } catch {
    say("\(error.message)\n")
    return 1
  }
  var lines: [String] = []
  // Draws without end, so that what comes from outside meets it in the middle.
  let isBusy = arguments.contains("--busy")
  var count = 0
  while true {
    if isBusy {
      count += 1
      lines = (0..<20).map { "\(count) \($0) " + String(repeating: "█▓", count: count % 30) }
    }
    screen.present(draw(lines, on: screen))
    for event in screen.nextEvents(within: isBusy ? 0 : nil) {
      lines.append(describe(event))
      if case .terminate(let signal) = event { return 128 + signal }
      guard case .key(let press) = event else { continue }
      if press == KeyPress(.character("z"), control: true) { screen.suspend() }
      if press.typed == "q" { return 0 }
      if press.typed == "m" { screen.setMouse(false) }
      if let key = press.typed { end(as: key) }
    }
  }
}

exit(run())
