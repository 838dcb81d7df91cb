using Shop.Core;

var app = WebApplication.CreateBuilder(args).Build();
using var scope = app.Services.CreateScope();
using (var other = scope) { app.Run(); }
if (app.Environment.IsDevelopment()) { app.Use(Later); } else { Build(1); }
foreach (var x in new List<int> { 1, 2 }) { int Hidden() => x; }
app.MapGet("/{id}", async (int id) => { return id; });
string title = Title<int>(1);

static string Title<T>(T of) => $"{of}";
[Obsolete] async Task<int> Build(int n, string name = "a")
{
    return await Task.FromResult(n);
}
await app.RunAsync();
return 0;

public partial class Program { }

namespace Outer
{
    using Inner.Types;

    namespace Inner.Deep
    {
        struct Cell { public int X, Y; }
    }
    class Last { }
}
