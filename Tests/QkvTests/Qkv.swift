import TestSupport

/// Runs the program as a shell would, with a home of its own and no terminal.
func qkv(
  _ arguments: String..., input: String = "", variables: [String: String] = [:]
) throws -> HeadlessRun {
  let home = try TemporaryFolder()
  var launch = Launch.product("qkv", arguments, home: home)
  for (name, value) in variables { launch = launch.setting(name, to: value) }
  return try HeadlessRun(launch, input: input)
}
