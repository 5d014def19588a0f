import Terminal
import Testing

struct ScriptedScreenTests {
  @Test func playsItsScriptThenHangsUp() {
    var screen = ScriptedScreen(
      size: Size(width: 10, height: 2),
      batches: [[.character("a"), .key(.enter)], [], [.resize(Size(width: 20, height: 5))]])
    #expect(screen.nextEvents(within: nil) == [.character("a"), .key(.enter)])
    #expect(screen.nextEvents(within: 500) == [])
    #expect(screen.size == Size(width: 10, height: 2))
    #expect(screen.nextEvents(within: nil) == [.resize(Size(width: 20, height: 5))])
    #expect(screen.size == Size(width: 20, height: 5))
    #expect(screen.nextEvents(within: nil) == [.terminate(signal: 1)])
    #expect(screen.nextEvents(within: 500) == [.terminate(signal: 1)])
  }

  @Test func waitingWithoutLimitPassesOverTimeOuts() {
    var screen = ScriptedScreen(batches: [[], [], [.character("x")]])
    #expect(screen.nextEvents(within: nil) == [.character("x")])
  }

  @Test func keepsWhatItIsShown() {
    var screen = ScriptedScreen(events: [.character("a")])
    var grid = Grid(size: screen.size)
    grid.put("hello", at: Point(x: 0, y: 0))
    screen.present(grid)
    screen.ring()
    screen.suspend()
    #expect(screen.frames == [grid])
    #expect(screen.rings == 1)
    #expect(screen.suspensions == 1)
    #expect(screen.nextEvents(within: nil) == [.resumed])
    #expect(screen.nextEvents(within: nil) == [.character("a")])
  }
}
