import Terminal
import Testing

struct EventSpellingTests {
  @Test(arguments: [
    (KeyPress(.character("r"), control: true), "Ctrl-R"),
    (KeyPress(.tab, shift: true), "Shift+Tab"),
    (KeyPress(.character("x"), alt: true), "Alt+x"),
    (KeyPress(.character(" ")), "Space"),
    (KeyPress(.function(12)), "F12"),
    (KeyPress(.up, shift: true), "Shift+↑"),
    (KeyPress(.character("?")), "?"),
  ])
  func names(press: KeyPress, name: String) {
    #expect(press.name == name)
  }

  @Test func typing() {
    #expect(
      Event.typing("a=\té\n") == [
        .character("a"), .character("="), .key(.tab), .character("é"), .key(.enter),
      ])
  }

  @Test func typedIsOnlyWhatPrints() {
    #expect(KeyPress(.character("a")).typed == "a")
    #expect(KeyPress(.character("a"), control: true).typed == nil)
    #expect(KeyPress(.character("a"), alt: true).typed == nil)
    #expect(KeyPress(.enter).typed == nil)
  }
}
