namespace GoldenPath.Tests.Adopting;

/// <summary>Repositories of the usual kinds, each a few files.</summary>
internal static class ForeignRepositories
{
    private static readonly Dictionary<string, Dictionary<string, string>> _all = new()
    {
        ["express"] = new()
        {
            ["package.json"] =
                """{ "name": "@team/chat", "scripts": { "start": "node server.js", "test": "node --test test/" }, "dependencies": { "express": "*", "ws": "*" } }""",
            ["package-lock.json"] = "{}",
            ["node_modules/ws/package.json"] = """{ "name": "ws", "scripts": { "start": "never" } }""",
            ["server.js"] = """
                const app = require('express')();
                app.get('/healthz', (request, response) => response.json({}));
                const server = app.listen(process.env.PORT || 3000);
                new (require('ws').WebSocketServer)({ server, path: '/live/ws' });
                """,
        },
        ["vite"] = new()
        {
            ["package.json"] =
                """{ "name": "web", "scripts": { "dev": "vite", "test": "vitest --coverage" }, "devDependencies": { "vite": "*", "vitest": "*" } }""",
            ["pnpm-lock.yaml"] = "",
        },
        ["next"] = new()
        {
            ["package.json"] =
                """{ "name": "shop", "scripts": { "start": "next start", "build": "next build", "test": "jest" }, "dependencies": { "next": "*" }, "devDependencies": { "jest": "*" } }""",
        },
        ["workspaces"] = new()
        {
            ["package.json"] = """{ "name": "all", "scripts": { "start": "npm run start --workspaces" } }""",
            ["apps/api/package.json"] =
                """{ "name": "api", "scripts": { "start": "PORT=4100 node index.js", "test": "mocha --exit && echo done" } }""",
            ["apps/api/index.js"] = "require('http').createServer().listen(process.env.PORT)",
        },
        ["aspnet"] = new()
        {
            ["src/Shop/Shop.csproj"] =
                """<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>""",
            ["src/Shop/Program.cs"] = """
                var app = WebApplication.CreateBuilder(args).Build();
                app.MapGet("/healthz", () => "ok");
                app.Run();
                """,
            ["src/Shop/Properties/launchSettings.json"] =
                """{ "profiles": { "https": { "applicationUrl": "https://localhost:7123;http://localhost:5123" } } }""",
            ["tests/Shop.Tests/Shop.Tests.csproj"] =
                """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Microsoft.NET.Test.Sdk" Version="1" /></ItemGroup></Project>""",
        },
        ["fastapi"] = new()
        {
            ["pyproject.toml"] = "[project]\nname = \"assistant\"\n",
            ["src/assistant/__init__.py"] = "",
            ["src/assistant/main.py"] = """
                from fastapi import FastAPI, WebSocket
                api = FastAPI()
                @api.get("/health")
                def health(): return {"live": True}
                @api.websocket("/chat")
                async def chat(socket: WebSocket): await socket.accept()
                """,
            ["tests/test_health.py"] = """
                import os, urllib.request
                def test_health():
                    assert urllib.request.urlopen(os.environ["GOLDENPATH_HTTP_URL"] + "/health").status == 200
                """,
        },
        ["django"] = new()
        {
            ["manage.py"] = """
                import os, sys
                os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_settings")
                from django.core.management import execute_from_command_line
                execute_from_command_line(sys.argv)
                """,
            ["site_settings.py"] = "SECRET_KEY = 'x'\nDEBUG = True\nROOT_URLCONF = 'urls'\nDATABASES = {}\n",
            ["urls.py"] = """
                from django.http import HttpResponse
                from django.urls import path
                urlpatterns = [path("health/", lambda request: HttpResponse("ok"))]
                """,
        },
        ["flask"] = new()
        {
            ["requirements.txt"] = "flask\n",
            ["app.py"] = "from flask import Flask\napp = Flask(__name__)\n@app.route('/status')\ndef status(): return 'fine'\n",
        },
        ["procfile"] = new() { ["Procfile"] = "release: make\nweb: ./serve --port ${PORT} --note {port}\n" },
        ["compose"] = new()
        {
            ["docker-compose.yml"] = """
                services:
                  db: { image: "postgres:16", ports: ["5432:5432"] }
                  api:
                    build: { context: ./api }
                    ports: ["${API_PORT:-8085}:8000"]
                """,
            ["api/main.py"] = "app.get('/ready')\n",
        },
        ["compose-of-databases"] = new()
        {
            ["compose.yaml"] = """
                services:
                  db: { image: "postgres:16", ports: ["127.0.0.1:5433:5432"], healthcheck: { test: pg_isready } }
                """,
            ["package.json"] = """{ "name": "api", "scripts": { "start": "node main.js" } }""",
            ["main.js"] = "require('http').createServer().listen(8099)",
        },
        ["dockerfile"] = new() { ["Dockerfile"] = "FROM scratch\nEXPOSE 9000\n" },
        ["library"] = new()
        {
            ["README.md"] = "A library of words.\n",
            ["package.json"] = "no json at all",
            ["compose.yml"] = "services: [broken",
        },
    };

    /// <summary>Makes one.</summary>
    public static ForeignRepository Make(string name) => new(_all[name]);
}
