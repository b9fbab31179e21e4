"""A notice that batches of tests are made of, by its number."""

NOTICE = """测试市人民政府办公室关于印发测试市便民服务行动计划的通知
测政办发〔2023〕{number}号
各县人民政府：
现印发给你们。
测试市人民政府办公室
2023年3月1日
测试市便民服务行动计划
一、重点任务
1.建设食堂。新建社区食堂{number}个。（市民政局负责）
"""
