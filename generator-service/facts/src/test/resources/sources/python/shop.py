"""class Fake:
    def no(self): pass
"""
import os


def load(path: str = "x",
         mode="r"):
    def inner():
        return 1
    return inner


@dataclass
class Shop(Base):
    name: str
    limit = 10

    class Meta:
        ordering = ["name"]

    def __init__(self):
        self.x = 1

    @property
    async def items(self):
        text = '''
def fake():
'''
        return text


def last(): return 1
