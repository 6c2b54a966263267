"""The HTTP interface: one router a resource, put together by `app.py`."""
