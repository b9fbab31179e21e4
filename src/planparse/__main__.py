"""`python -m planparse`: the command line without its script on the path."""

from planparse.cli.main import run

if __name__ == "__main__":
    run()
