"""What a test in Python does: log in, connect, ask, and judge that the five events come in order. Arguments: PORT USERS."""
import asyncio
import json
import sys
import urllib.request

import websockets

PORT, USERS = int(sys.argv[1]), int(sys.argv[2])
FIVE = ["agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed"]


def log_in():
    request = urllib.request.Request(
        f"http://127.0.0.1:{PORT}/auth/login", json.dumps({"email": "a@b.c", "password": "x"}).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["access_token"]


async def walk(gate):
    async with gate:
        token = await asyncio.to_thread(log_in)
        socket = await websockets.connect(f"ws://127.0.0.1:{PORT}/ws", subprotocols=[f"jwt-auth.{token}"])
    try:
        await socket.recv()
        await socket.send(json.dumps({"type": "user_message", "content": "What is 6 * 7?"}))
        seen = []
        while not seen or seen[-1] != FIVE[-1]:
            seen.append(json.loads(await asyncio.wait_for(socket.recv(), 15))["type"])
        assert seen == FIVE, seen
    finally:
        await socket.close()


async def main():
    gate = asyncio.Semaphore(64)
    await asyncio.gather(*(walk(gate) for _ in range(USERS)))


asyncio.run(main())
