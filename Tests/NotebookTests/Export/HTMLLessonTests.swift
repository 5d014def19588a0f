import Testing

@testable import Notebook

@Suite struct HTMLLessonTests {
  private func page(_ text: String) throws -> String {
    HTMLLesson(
      Session(lesson: try #require(LessonReader.read(text: text, name: "07-t.md").lesson))
    ).text
  }

  /// What stands between the tags of the body.
  private func body(_ text: String) throws -> String {
    let lines = try page(text).split(separator: "\n", omittingEmptySubsequences: false)
    let inner = lines.drop { $0 != "<body>" }.dropFirst().prefix { $0 != "</body>" }
    return inner.joined(separator: "\n")
  }

  @Test("a lesson as a page: prose with its numbers, each matrix a table, tasks without answers")
  func whole() throws {
    #expect(
      try body(PythonScriptTests.lesson) == """
        <h1>7 Mixing values</h1>
        <p>One line.</p>
        <h2>A <em>first</em> step</h2>
        <p>The weight of cat is 0.27, √d_k, a &lt; b, and this paragraph is long enough to be wrapped.</p>
        <ol start="1">
        <li>one with <code>code</code></li>
        </ol>
        <table class="matrix">
        <caption><strong><code>Q</code></strong>, 2×2, an input</caption>
        <tr><th scope="row">the</th><td>1.00</td><td>0.00</td></tr>
        <tr><th scope="row">cat</th><td>0.00</td><td>0.50</td></tr>
        </table>
        <table class="matrix">
        <caption><strong><code>A</code></strong> = <code>softmax(Q @ Q.T)</code>, 2×2</caption>
        <tr><th scope="row">the</th><td>0.73</td><td>0.27</td></tr>
        <tr><th scope="row">cat</th><td>0.44</td><td>0.56</td></tr>
        </table>
        <p><code>A.sum()</code> = 2.00</p>
        <table class="matrix">
        <caption><strong><code>r</code></strong> = <code>randn(2, seed=1)</code>, length 2</caption>
        <tr><td>0.43</td><td>1.59</td></tr>
        </table>
        <p><strong><code>bad</code></strong> = <code>A + missing</code>: error: missing is not defined</p>
        <p><strong><code>words</code></strong> = [&#39;a&#39;, &#39;b&#39;]</p>
        <p><strong><code>flag</code></strong> = True, an input</p>
        <table class="matrix">
        <caption><strong><code>far</code></strong>, length 3, an input</caption>
        <tr><td>inf</td><td>-inf</td><td>nan</td></tr>
        </table>
        <pre><code>a listing</code></pre>
        <h2>Tasks</h2>
        <p>Exercise open, 2 points</p>
        <p>Fill it in.</p>
        <p><strong><code>S</code></strong> is to be written</p>
        <p><strong><code>T</code></strong> = <code>S + 1</code> waits for <code>S</code>, which is to be written</p>
        <p>It will be checked that:</p>
        <ul>
        <li>S is one</li>
        </ul>
        <p>Question:</p>
        <p>Which?</p>
        <ul>
        <li>Right.</li>
        <li>Wrong.</li>
        </ul>
        """)
  }

  @Test("a stack, a function, a program of lines, text and what is hidden")
  func kinds() throws {
    #expect(
      try body(ReadKinds.lesson) == """
        <h1>7 Kinds &lt;b&gt; | _x_</h1>
        <h2>A</h2>
        <table class="matrix">
        <caption><strong><code>H</code></strong>, two heads, 2×2×2, fixed<br>matrix 0</caption>
        <tr><th scope="row">a|b</th><td>1.00</td><td>2.00</td></tr>
        <tr><th scope="row">&lt;i&gt;</th><td>3.00</td><td>4.00</td></tr>
        </table>
        <table class="matrix">
        <caption>matrix 1</caption>
        <tr><th scope="row">a|b</th><td>5.00</td><td>6.00</td></tr>
        <tr><th scope="row">&lt;i&gt;</th><td>7.00</td><td>nan</td></tr>
        </table>
        <p><strong><code>c</code></strong> = 1.50, an input</p>
        <pre><code>def double(x):
            return x * 2</code></pre>
        <p><strong><code>d</code></strong> = <code>double(c)</code> = 3.00</p>
        <pre><code>far = (H[0] @
               H[1])</code></pre>
        <table class="matrix">
        <caption><strong><code>far</code></strong>, 2×2</caption>
        <tr><td>19.00</td><td>nan</td></tr>
        <tr><td>43.00</td><td>nan</td></tr>
        </table>
        <p><code>H[:0]</code>, 0×2×2</p>
        <table class="matrix">
        <caption><strong><code>large</code></strong> = <code>arange(2000)</code>, length 2000</caption>
        <tr><td>0</td><td>1</td><td>2</td><td>…</td><td>1997</td><td>1998</td><td>1999</td></tr>
        </table>
        <p><code>assert d == 3</code> holds</p>
        """)
  }

  @Test("text from a stranger stays text")
  func hostile() throws {
    let page = try page(
      """
      ---
      qkv: 1
      id: x
      title: "</title><script>alert(1)</script>"
      summary: "a\u{1B}[31m & 'b'"
      ---
      ## <img src=x onerror=alert(2)>
      [x](javascript:alert(3)) [y](https://example.org/"onclick="alert) <b>`</pre>`</b>

      | a | b |
      | --- | :---: |
      | <td> | {x} |

      ```html
      </code></pre><script>alert(4)</script>
      ```

      ```python {.qkv}
      #| cols: <u>, "
      x = [1, 2]
      ```
      """)
    let tags = page.split(separator: "<").dropFirst().map { $0.prefix { !" >".contains($0) } }
    let known: Set = [
      "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "a", "code",
      "pre", "table", "caption", "strong", "tr", "th", "td",
    ]
    #expect(tags.filter { !known.contains(String($0.drop { $0 == "/" })) } == [])
    #expect(page.split(separator: "href=").count == 2)
    #expect(
      page.contains("<a href=\"https://example.org/&quot;onclick=&quot;alert\" rel=\"noreferrer\">")
    )
    #expect(
      page.contains("<title>7 &lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>"))
    #expect(
      page.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
  }
}
