import os
import uuid

from fastapi import FastAPI, WebSocket, WebSocketDisconnect

app = FastAPI()


@app.get("/health")
def health():
    return {"status": "ok"}


@app.websocket("/ws")
async def talk(socket: WebSocket):
    await socket.accept()
    await socket.send_json({"type": "connection_established"})
    try:
        while True:
            message = await socket.receive_json()
            if message.get("type") == "user_message":
                await answer(socket, message["content"])
    except WebSocketDisconnect:
        pass


async def answer(socket: WebSocket, content: str):
    run = {"run_id": str(uuid.uuid4()), "agent_name": "echo"}
    # The way to break it: an answer that was written before anybody asked.
    response = "Thank you for asking!" if os.environ.get("ECHO_IS_CANNED") else f"You said: {content}"
    await socket.send_json({"type": "agent_started", **run})
    await socket.send_json({"type": "agent_thinking", **run, "reasoning": "An echo needs no tool."})
    await socket.send_json({"type": "agent_completed", **run, "status": "success", "final_response": response})
