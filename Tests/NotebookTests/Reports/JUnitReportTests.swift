import Notebook
import Testing

@Suite struct JUnitReportTests {
  @Test func aWholeReport() {
    #expect(
      ReportFormat.junit.text(of: SampleReports.all)
        == #"""
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites>
          <testsuite name="ann.json" package="qkv" id="0" timestamp="1970-01-01T00:00:00" hostname="localhost" tests="4" failures="2" errors="1" skipped="0" time="0">
            <properties>
              <property name="student" value="Ann Miller"/>
              <property name="earned" value="2"/>
              <property name="points" value="7"/>
            </properties>
            <testcase name="aim" classname="sums" time="0"/>
            <testcase name="one-line" classname="sums" time="0">
              <failure type="failed" message="each output mixes the values by its own weights">✓ passed: one row for each query
        ✗ failed: each output mixes the values by its own weights
            out[cat, f] is 0.60, expected 0.40 (3 of 6 entries)
            with K = [[0.3, -1.2]], random input 3 of 20
        … pending: and more
        why: that divides by d
        hidden checks: 1 of 2 passed
        note: it was answered for an older text of the exercise</failure>
            </testcase>
            <testcase name="guess" classname="sums" time="0">
              <error type="refused" message="not judged: &quot;guess&quot; must be a number or its text">not judged: &quot;guess&quot; must be a number or its text</error>
            </testcase>
            <testcase name="why" classname="mask" time="0">
              <failure type="missing" message="there is no answer"></failure>
            </testcase>
            <system-out></system-out>
            <system-err>'smus' is no lesson; did you mean sums?
        sums/one-line: it was answered for an older text of the exercise</system-err>
          </testsuite>
          <testsuite name="bad.json" package="qkv" id="1" timestamp="1970-01-01T00:00:00" hostname="localhost" tests="1" failures="0" errors="1" skipped="0" time="0">
            <properties>
              <property name="earned" value="0"/>
              <property name="points" value="7"/>
            </properties>
            <testcase name="hand-in" classname="qkv" time="0">
              <error type="refused" message="it is empty"></error>
            </testcase>
            <system-out></system-out>
            <system-err></system-err>
          </testsuite>
        </testsuites>

        """#)
  }
}
