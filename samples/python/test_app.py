import json
import os
import urllib.request


def test_the_service_is_well():
    with urllib.request.urlopen(os.environ["GOLDENPATH_HTTP_URL"] + "/health") as response:
        assert json.load(response) == {"status": "ok"}
