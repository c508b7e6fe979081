"""What the calculator's tests share: posting as a browser does, from the page just received."""

import html
import json
import re
from typing import Any

from django.test import Client

ADDRESS = "/fristberegner/"
_HIDDEN = re.compile(r'<input type="hidden" name="(inn|proever|visning)" value="([^"]*)">')


class Side:
    """One page as a client holds it: its text, and the state it carries."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.take(client.get(ADDRESS))

    def take(self, response: Any) -> Any:
        self.response = response
        if response["Content-Type"].startswith("text/html"):
            self.html = response.content.decode()
            self.state = {n: html.unescape(v) for n, v in _HIDDEN.findall(self.html)}
        return response

    def press(self, handling: str, **fields: Any) -> "Side":
        """Press a button with what the form holds."""
        self.take(self.client.post(ADDRESS, {**self.state, "handling": handling, **fields}))
        return self

    def post(self, **fields: Any) -> "Side":
        self.take(self.client.post(ADDRESS, {**self.state, **fields}))
        return self

    @property
    def inn(self) -> dict[str, Any]:
        found = json.loads(self.state["inn"])
        assert isinstance(found, dict)
        return found

    @property
    def text(self) -> str:
        """The words of the page."""
        bare = re.sub(
            r"<(script|style|title|desc)\b.*?</\1>|<[^>]+>", " ", self.html, flags=re.DOTALL
        )
        return " ".join(html.unescape(bare).replace("\u00a0", " ").split())
