"""The usual way to serve a cached analysis: FastAPI, redis-py, json.loads and a response model.

Served beside Barline by `bench analyze`; PEER_SOCKET is the socket of its Redis.
"""

import hashlib
import json
import os
import time
from datetime import datetime, timezone
from typing import Any, Dict

import redis.asyncio as redis
from fastapi import FastAPI, HTTPException
from pydantic import BaseModel, Field

app = FastAPI()
client = redis.Redis(unix_socket_path=os.environ["PEER_SOCKET"])


class Asked(BaseModel):
    lyrics: str = Field(min_length=10, max_length=5000)
    use_cache: bool = True


class Answer(BaseModel):
    success: bool
    analysis: Dict[str, Any]
    cached: bool
    timestamp: str
    processing_time_ms: float


@app.post("/analyze", response_model=Answer)
async def analyze(asked: Asked):
    started = time.perf_counter()
    key = "peer:" + hashlib.sha256(asked.lyrics.encode()).hexdigest()
    stored = await client.get(key)
    if stored is None:
        raise HTTPException(404, "not cached")
    return Answer(
        success=True,
        analysis=json.loads(stored),
        cached=True,
        timestamp=datetime.now(timezone.utc).isoformat(),
        processing_time_ms=(time.perf_counter() - started) * 1000,
    )
