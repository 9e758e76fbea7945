namespace GoldenPath.Tests.Results;

/// <summary>Results as the runners write them, one failure each and something else beside it.</summary>
internal static class ResultTexts
{
    public const string DotNetTest = """
        <?xml version="1.0" encoding="utf-8"?>
        <TestRun id="5f0b6e9c" name="ada@host 2026-11-22 10:00:00" xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
          <Times creation="2026-11-22T10:00:00.0+00:00" queuing="2026-11-22T10:00:00.0+00:00" start="2026-11-22T10:00:00.0+00:00" finish="2026-11-22T10:00:01.0+00:00" />
          <Results>
            <UnitTestResult executionId="e1" testId="t1" testName="Smoke.LoginSpecs.A_user_logs_in" computerName="host" duration="00:00:00.0120000" outcome="Passed" testListId="l" />
            <UnitTestResult executionId="e2" testId="t2" testName="Events_arrive(user: &quot;a &lt;b&gt;&quot;)" computerName="host" duration="00:00:01.5000000" outcome="Failed" testListId="l">
              <Output>
                <StdOut>waiting for agent_started</StdOut>
                <ErrorInfo>
                  <Message>Assert.Equal() Failure: Values differ
        Expected: 5
        Actual:   4</Message>
                  <StackTrace>   at Xunit.Assert.Equal[T](T expected, T actual) in /_/src/xunit.assert/Asserts/EqualityAsserts.cs:line 104
           at Smoke.EventSpecs.Events_arrive(String user) in /work/tests/EventSpecs.cs:line 27
        --- End of stack trace from previous location ---</StackTrace>
                </ErrorInfo>
              </Output>
            </UnitTestResult>
            <UnitTestResult executionId="e3" testId="t3" testName="Smoke.LoginSpecs.Later" outcome="NotExecuted"><Output><StdOut>not yet</StdOut></Output></UnitTestResult>
          </Results>
          <TestDefinitions>
            <UnitTest name="Events_arrive" storage="/work/bin/smoke.dll" id="t2"><Execution id="e2" /><TestMethod codeBase="/work/bin/smoke.dll" className="Smoke.EventSpecs" name="Events_arrive" /></UnitTest>
          </TestDefinitions>
          <ResultSummary outcome="Failed"><Counters total="3" executed="2" passed="1" failed="1" /></ResultSummary>
        </TestRun>
        """;

    public const string DataRows = """
        <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
          <UnitTestResult testId="t" testName="Adds" outcome="Failed" resultType="DataDrivenTest"><InnerResults>
            <UnitTestResult testId="t" testName="Adds (1,2)" outcome="Passed" resultType="DataDrivenDataRow" />
            <UnitTestResult testId="t" testName="Adds (2,2)" outcome="Timeout" resultType="DataDrivenDataRow" />
          </InnerResults></UnitTestResult>
        </Results></TestRun>
        """;

    public const string CrashedHost = """
        <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
          <Results><UnitTestResult testId="t" testName="A.B" outcome="Passed" /></Results>
          <ResultSummary outcome="Failed"><RunInfos>
            <RunInfo computerName="host" outcome="Warning"><Text>slow</Text></RunInfo>
            <RunInfo computerName="host" outcome="Error"><Text>The active test run was aborted. Reason: Test host process crashed</Text></RunInfo>
          </RunInfos></ResultSummary>
        </TestRun>
        """;

    public const string Pytest = """
        <?xml version="1.0" encoding="utf-8"?><testsuites name="pytest tests"><testsuite name="pytest" errors="1" failures="1" skipped="1" tests="5" time="0.107" hostname="host">
        <testcase classname="tests.test_login.TestLogin" name="test_ok" time="0.001" />
        <testcase classname="tests.test_ws" name="test_events[anna]" file="tests/test_ws.py" line="4" time="0.002"><failure message="AssertionError: assert 4 == 5&#10;  +  where 4 = len([])">user = 'anna'

            def test_events(user):
        &gt;       check(4)

        tests/test_ws.py:8:
        _ _ _ _ _ _ _ _ _
        tests/helpers.py:31: AssertionError</failure><system-out>--- Captured Log ---
        #x1B[31mred#x1B[0m</system-out></testcase>
        <testcase classname="tests.test_ws" name="test_fixture" time="0.0"><error message="failed on setup with &quot;ConnectionRefusedError: [Errno 111]&quot;">tests/conftest.py:12: ConnectionRefusedError</error></testcase>
        <testcase classname="tests.test_ws" name="test_later" time="0.0"><skipped type="pytest.skip" message="not yet">tests/test_ws.py:40: not yet</skipped></testcase>
        <testcase classname="tests.test_ws" name="test_expected" time="0.0"><skipped type="pytest.xfail" message="known" /></testcase>
        </testsuite></testsuites>
        """;

    public const string Jest = """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="jest tests" tests="2" failures="1" errors="0" time="1.2">
          <testsuite name="events" errors="0" failures="1" skipped="0" timestamp="2026-11-22T10:00:00" time="0.8" tests="2">
            <testcase classname="events arrive" name="events arrive" time="0.005">
              <failure>Error: expect(received).toBe(expected)

        Expected: 5
        Received: 4
            at Object.toBe (/work/node_modules/expect/build/index.js:10:3)
            at Object.&lt;anonymous&gt; (/work/test/events.test.js:17:21)</failure>
            </testcase>
            <testcase classname="events stay apart" name="events stay apart" time="0.004"></testcase>
          </testsuite>
        </testsuites>
        """;

    public const string Gotestsum = """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites tests="2" failures="1" errors="0" time="0.5">
        	<testsuite tests="2" failures="1" time="0.004000" name="example.org/app/ws" timestamp="2026-11-22T10:00:00Z">
        		<properties><property name="go.version" value="go1.24 linux/amd64"></property></properties>
        		<testcase classname="example.org/app/ws" name="TestEvents/anna" time="0.000000"><failure message="Failed" type="">=== RUN   TestEvents/anna&#xA;    ws_test.go:42: got 4 events, want 5&#xA;--- FAIL: TestEvents/anna (0.00s)&#xA;</failure></testcase>
        		<testcase classname="example.org/app/ws" name="TestLogin" time="0.001000"></testcase>
        	</testsuite>
        </testsuites>
        """;

    public const string Surefire = """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.0.2" name="org.example.EventsTest" time="0.3" tests="4" errors="1" skipped="1" failures="1">
          <properties><property name="java.version" value="21"/></properties>
          <testcase name="eventsArrive" classname="org.example.EventsTest" time="0.02">
            <failure message="expected: &lt;5&gt; but was: &lt;4&gt;" type="org.opentest4j.AssertionFailedError"><![CDATA[org.opentest4j.AssertionFailedError: expected: <5> but was: <4>
        	at org.junit.jupiter.api.AssertionUtils.fail(AssertionUtils.java:55)
        	at org.junit.jupiter.api.Assertions.assertEquals(Assertions.java:150)
        	at org.example.EventsTest.eventsArrive(EventsTest.java:23)
        	at java.base/java.lang.reflect.Method.invoke(Method.java:580)
        ]]></failure>
            <rerunFailure message="again" type="org.opentest4j.AssertionFailedError"><stackTrace><![CDATA[again]]></stackTrace><system-out>second</system-out></rerunFailure>
            <system-out><![CDATA[first <out>]]></system-out>
          </testcase>
          <testcase name="flaky" classname="org.example.EventsTest" time="0.01">
            <flakyFailure message="once" type="java.lang.AssertionError"><stackTrace><![CDATA[at org.example.EventsTest.flaky(EventsTest.java:40)]]></stackTrace></flakyFailure>
          </testcase>
          <testcase name="broken" classname="org.example.EventsTest" time="0.0"><error type="java.lang.IllegalStateException">java.lang.IllegalStateException
        	at org.example.EventsTest.broken(EventsTest.java:50)</error></testcase>
          <testcase name="later" classname="org.example.EventsTest" time="0.0"><skipped message="not yet"/></testcase>
        </testsuite>
        """;

    public const string Nested = """
        <testsuites><testsuite name="a"><testsuite name="b"><testsuite name="c"><testcase name="deep" classname="a.b.c"/></testsuite><testcase name="middle"/></testsuite>
        <testcase name="outer" classname="a"><failure>one</failure><failure message="two"/></testcase></testsuite><testsuite name="empty" tests="0"/></testsuites>
        """;
}
